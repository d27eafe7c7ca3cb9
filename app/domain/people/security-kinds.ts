/** What the security log holds of accounts and the doors; their words are `admin.security.kind.<kind>`. */
export const accountEvents = [
  'sign_in',
  'sign_in_failed',
  'password_not_confirmed',
  'sign_in_locked',
  'sign_in_turned_away',
  'second_factor_failed',
  'second_factor_set_up',
  'second_factor_removed',
  'second_factor_reset',
  'recovery_codes_issued',
  'recovery_code_used',
  'sign_out',
  'session_ended',
  'sessions_ended',
  'password_changed',
  'password_reset',
  'link_asked',
  'account_made',
  'account_disabled',
  'account_enabled',
  'account_expiry_set',
  'invited',
  'membership_given',
  'membership_ended',
  'delegate_set',
  'list_exported',
  'origin_refused',
  'unseen_asked',
  'too_many_requests',
  'network_refused',
] as const;

export type AccountEvent = (typeof accountEvents)[number];

/** What else is written there, by the administration and by the register. */
const otherEvents = [
  'organization.changed',
  'register.imported',
  'admin.center.create',
  'admin.center.edit',
  'admin.program.edit',
  'admin.call.edit',
  'admin.rubric.edit',
  'admin.calendar.edit',
  'admin.seat.edit',
  'admin.outbox.retry',
  'admin.security.edit',
] as const;

/** Every kind that the security log can be asked for. */
export const securityKinds: readonly string[] = [...accountEvents, ...otherEvents];
