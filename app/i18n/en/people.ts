import type { people as zh } from '../zh-CN/people.ts';

/** Words about accounts: coming in, passwords, sessions, invitations, and letters about them; what may be wrong with an answer. */
export const people = {
  'people.field.email': 'E-mail address',
  'people.field.name': 'Name',
  'people.field.phone': 'Telephone',
  'people.field.locale': 'Language',
  'people.field.password': 'Password',
  'people.field.currentPassword': 'Password you use now',
  'people.field.newPassword': 'New password',
  'people.field.newPassword.hint':
    'At least 12 characters; several words or a sentence will do. Do not use one that you use elsewhere',
  'people.field.role': 'Role',
  'people.field.delegate': 'May submit for the lead',
  'people.field.delegate.hint': 'For staff only; otherwise they fill in and save',
  'people.field.region': 'Division code',
  'people.field.region.hint': 'For a supervisor, such as 411025; all centers within are supervised',
  'people.place.instance': 'The whole system',

  'people.signIn': 'Sign in',
  'people.forgot': 'Forgotten your password?',
  'people.signIn.kept': 'Your session had ended',
  'people.signIn.kept.text': 'What you just sent is kept. Sign in with the same account to go on with it.',
  'people.signIn.noAccount':
    'No account yet? Organizations that apply begin at a call on the home page; everyone else is invited by the center.',
  'people.demo.accounts': 'Demo accounts',
  'people.demo.accounts.lead': 'One click signs you in. The password of each is {password}.',
  'people.demo.signInAs': 'Sign in as {name}',
  'people.signOut.lead': 'You will have to sign in again to go on. What is saved stays saved.',

  'people.setup': 'Set up the administrator’s account',
  'people.setup.lead':
    'This is the first account of the system. With it you can create the incubation center and invite its director.',
  'people.setup.submit': 'Set up the account',
  'people.setup.over':
    'This link can no longer be used, or the administrator’s account exists already. For a new link, restart the system.',

  'people.reset': 'Reset the password',
  'people.reset.lead':
    'Give the address of your account. We will send a letter with a link to choose a new password.',
  'people.reset.submit': 'Send the letter',
  'people.reset.sent': 'If the address has an account, the letter is on its way',
  'people.reset.sent.text': 'Open the link within an hour. If nothing has come, look among the junk mail.',

  'people.link.over': 'This link can no longer be used',
  'people.link.over.text':
    'Each link works once, for a limited time. Please ask for a new one, or to be invited again.',
  'people.link.apply': 'Begin the application',
  'people.link.apply.lead':
    '{email} is verified. Give your name and choose a password; then you can fill in the application of {organization}.',
  'people.link.apply.submit': 'Done, begin',
  'people.link.invitation': 'Accept the invitation',
  'people.link.invitation.lead':
    '{name} invites you to be {role} ({place}). Give your name and choose a password; you will sign in as {email}.',
  'people.link.invitation.known':
    '{name} invites you to be {role} ({place}). After accepting, please sign in as {email}.',
  'people.link.invitation.submit': 'Accept the invitation',
  'people.joined': 'Invitation accepted',
  'people.joined.text': 'You are now {role} ({place}). What waits for you is listed here.',
  'people.joined.signIn': 'Please sign in with the address that was invited.',
  'people.link.reset': 'Choose a new password',
  'people.link.reset.lead': 'All other devices will be signed out.',
  'people.link.reset.submit': 'Save the new password',

  'people.account.saved': 'Saved',
  'people.account.roles': 'Roles',
  'people.account.noRoles': 'No role at present.',
  'people.account.safety': 'Safety of the account',
  'people.password': 'Change the password',
  'people.password.changed': 'Your password was changed',
  'people.password.changed.text': 'You are signed in here; everywhere else you were signed out.',
  'people.password.lead': 'All other devices will be signed out, and a letter will tell you so.',
  'people.sessions': 'Where I am signed in',
  'people.sessions.lead':
    'Your account is signed in on these devices. If you do not know one, sign it out and change the password.',
  'people.sessions.this': 'This device',
  'people.sessions.times': 'Signed in {began}, used {seen}',
  'people.sessions.end': 'Sign out',

  'people.mail': 'Demo mail',
  'people.mail.lead': 'Letters of the demo center are not sent; they are all here, the newest first.',
  'people.mail.none': 'No letters yet',
  'people.mail.none.text':
    'Letters appear here when something is done, somebody is invited or a password is reset.',
  'people.mail.line': '{at} to {to}: {subject}',
  'people.mail.follow': 'Open the link in the letter',

  'people.organization': 'People of the organization',
  'people.organization.lead':
    'Who may act for the organization. The lead submits and signs, staff fill in, finance keeps the accounts.',
  'people.members': 'People at present',
  'people.members.none': 'Nobody yet',
  'people.members.none.text': 'Invite the lead below; they join by opening the link in the letter.',
  'people.invite': 'Invite somebody',
  'people.invite.lead': 'They get a letter and join by opening its link within 7 days.',
  'people.invite.submit': 'Send the invitation',
  'people.delegate': 'may submit',
  'people.delegate.start': 'Let them submit',
  'people.delegate.stop': 'No longer let them submit',
  'people.end': 'End the role',
  'people.leave': 'Leave the organization',
  'people.done.invited': 'The invitation is sent',
  'people.done.ended': 'The role has ended',
  'people.done.changed': 'Changed',
  'people.list': 'People and accounts',
  'people.list.lead':
    'Who has an account, and as what. System administrator, security auditor and director are different people.',
  'people.list.search': 'Name or address',
  'people.list.none': 'Nobody found',
  'people.list.none.text': 'Try another word, or invite somebody below.',
  'people.state': 'Account',
  'people.state.open': 'Open',
  'people.state.disabled': 'Disabled',
  'people.since': 'Since',
  'people.from': 'from {from}',
  'people.fromTo': '{from} to {to}',
  'people.disable': 'Disable the account',
  'people.disable.lead':
    'They are signed out at once and cannot sign in. What they did stays on record, and the account can be opened again.',
  'people.enable': 'Enable the account',
  'people.enable.lead': 'They can sign in again with their password.',

  'refusal.people.wrongCredentials': 'The address or the password is wrong',
  'refusal.people.passwordMissing': 'Please enter “{label}”',
  'refusal.people.wrongPassword': 'The password is wrong',
  'refusal.people.tooManyAttempts':
    'Too many attempts. Please try again in {minutes, plural, one {# minute} other {# minutes}}',
  'refusal.people.inviterLeft':
    'Whoever sent this invitation may no longer give this role; please ask for a new invitation',
  'refusal.people.linkOver': 'This link can no longer be used; please ask for a new one',
  'refusal.people.alreadySetUp': 'The administrator’s account exists already; please sign in',
  'refusal.people.emailTaken': 'This address has an account already; please sign in',
  'refusal.people.rolesApart':
    'System administrator, security auditor and director must be different people, and they are one of these already',
  'refusal.people.alreadyHolds': 'They have this role already',
  'refusal.people.lastAdministrator': 'This is the last system administrator; invite another one first',
  'refusal.people.lastLead':
    'You are the only lead. Ask the incubation center to add another one before you leave',
  'refusal.people.ownAccount': 'You cannot disable your own account',
  'refusal.people.regionCode': 'Give a division code of 2 to 12 digits',
  'refusal.people.password.tooShort': 'The password needs at least {min} characters; it has {length}',
  'refusal.people.password.tooLong': 'The password may have at most {max} characters',
  'refusal.people.password.common':
    'This password is too common or too regular, and easily guessed; choose another',
  'refusal.people.password.isAccount':
    'The password may not be mostly your address or your name; choose another',

  'refusal.form.required': 'Please fill in or choose “{label}”',
  'refusal.form.tooShort': '“{label}” needs at least {min} characters; it has {length}',
  'refusal.form.number': '“{label}” has to be a number, such as 12',
  'refusal.form.decimals': '“{label}” may have at most {most} decimals',
  'refusal.form.integer': '“{label}” has to be a whole number',
  'refusal.form.range': '“{label}” has to be between {min} and {max}',
  'refusal.form.date': '“{label}” is not a date; write year-month-day, such as 2026-03-05',
  'refusal.form.dateBefore': '“{label}” may not be before {from}',
  'refusal.form.dateAfter': '“{label}” may not be after {to}',
  'refusal.form.choice': 'For “{label}”, choose from what is offered',
  'refusal.form.tooFew': 'For “{label}”, choose at least {min}',
  'refusal.form.tooManyChosen': 'For “{label}”, choose at most {max}',
  'refusal.form.mustTick': 'Please tick “{label}”',
  'refusal.form.phone':
    '“{label}” has to be a mobile number of 11 digits, or a landline with its area code, such as 0374-1234567',
  'refusal.form.email': '“{label}” is not an e-mail address such as name@example.cn',
  'refusal.form.organizationName':
    '“{label}” may have letters, figures and marks such as · and brackets only',
  'refusal.form.personName': '“{label}” may have letters and the middle dot only',
  'refusal.form.tooFewLines': '“{label}” needs at least {min, plural, one {# line} other {# lines}}',
  'refusal.form.tooManyLines': '“{label}” may have at most {max, plural, one {# line} other {# lines}}',
  'refusal.form.tooManyFiles': '“{label}” may have at most {max, plural, one {# file} other {# files}}',
  'refusal.form.fileMissing': 'Please upload “{label}”',

  'mail.apply.subject': '[Hatchery] Verify your address and begin the application',
  'mail.apply.text':
    'Hello,\n\n{center} was asked to begin an application for {organization} ({call}).\n\nOpen this link within 48 hours, choose a password and begin: {link}\n\nIf this was not you, please ignore this letter.\n\nThis letter was sent by the system; please do not answer it.',
  'mail.applyKnown.subject': '[Hatchery] You have an account: sign in to apply',
  'mail.applyKnown.text':
    'Hello,\n\n{center} was asked to begin an application for {organization} ({call}). This address has an account already; please sign in to apply: {link}\n\nIf this was not you, please ignore this letter.\n\nThis letter was sent by the system; please do not answer it.',
  'mail.invitation.subject': '[Hatchery] {name} invites you',
  'mail.invitation.text':
    'Hello,\n\n{name} invites you to be {role, select, lead {lead} staff {staff member} finance {finance officer} manager {incubation manager} director {director} reviewer {reviewer} assessor {assessor} mentor {mentor} supervisor {supervisor} payer {payer} party_committee {member of the community Party committee} community_worker {community worker} admin {system administrator} auditor {security auditor} other {a colleague}} ({place}).\n\nOpen this link within 7 days to accept: {link}\n\nIf you do not know them, please ignore this letter.\n\nThis letter was sent by the system; please do not answer it.',
  'mail.reset.subject': '[Hatchery] Reset your password',
  'mail.reset.text':
    'Hello {name},\n\nopen this link within an hour to choose a new password: {link}\n\nIf this was not you, please ignore this letter; your password stays as it is.\n\nThis letter was sent by the system; please do not answer it.',
  'mail.passwordChanged.subject': '[Hatchery] Your password has been changed',
  'mail.passwordChanged.text':
    'Hello {name},\n\nthe password of your account has just been changed, and all other devices are signed out.\n\nIf this was not you, reset the password at once: {link}\n\nThis letter was sent by the system; please do not answer it.',
} as const satisfies Record<keyof typeof zh, string>;
