import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The table of contents: every address, grouped by whom it is for. Deny by default: each loader asks who is there, or stands in `publicRoutes`. */
export default [
  // Everyone, signed in or not
  index('routes/public/home.tsx'),
  route('calls/:id', 'routes/public/call.tsx'),
  route('calls/:id/apply', 'routes/applications/apply.tsx'),
  route('notices', 'routes/public/notices.tsx'),
  route('notices/:id', 'routes/public/notice.tsx'),
  route('notices/:id/objection', 'routes/public/objection.tsx'),
  route('directory', 'routes/public/directory.tsx'),
  route('directory/:id', 'routes/public/directory-entry.tsx'),
  route('certificates', 'routes/public/certificates.tsx'),
  route('certificates/:number', 'routes/public/certificate.tsx'),
  route('language', 'routes/public/language.tsx'),

  // Coming in and going out
  route('sign-in', 'routes/people/sign-in.tsx'),
  route('sign-in/code', 'routes/people/sign-in-code.tsx'),
  route('sign-in/second-factor', 'routes/people/sign-in-second-factor.tsx'),
  route('sign-in/password', 'routes/people/sign-in-password.tsx'),
  route('sign-out', 'routes/people/sign-out.tsx'),
  route('setup/:token?', 'routes/people/setup.tsx'),
  route('links/:token', 'routes/people/link.tsx'),
  route('password-reset', 'routes/people/password-reset.tsx'),
  route('account', 'routes/people/account.tsx'),
  route('account/password', 'routes/people/password.tsx'),
  route('account/sessions', 'routes/people/sessions.tsx'),
  route('account/second-factor', 'routes/people/second-factor.tsx'),
  route('mail', 'routes/people/demo-mail.tsx'),

  // Everyone signed in
  route('desk', 'routes/desk/desk.tsx'),
  route('notifications', 'routes/desk/notifications.tsx'),
  route('drafts/forget', 'routes/people/forget-draft.ts'),
  route('documents/:id', 'routes/documents/download.ts'),

  // Organizations and those who work with them
  route('applications', 'routes/applications/list.tsx'),
  route('applications/:id/form/:section', 'routes/applications/section.tsx'),
  route('applications/:id/form/:section/draft', 'routes/applications/section-draft.ts'),
  route('applications/:id/ranking', 'routes/applications/ranking.tsx'),
  route('organizations', 'routes/organizations/list.tsx'),
  route('organizations/import', 'routes/organizations/import.tsx'),
  route('organizations/import/rejected/:id', 'routes/organizations/import-rejected.ts'),
  route('organizations/export/:format', 'routes/organizations/list-export.ts'),
  route('organizations/:id', 'routes/organizations/organization.tsx'),
  route('organizations/:id/people', 'routes/organizations/people.tsx'),
  route('incubations', 'routes/incubations/list.tsx'),
  route('incubations/:id/special-evaluation', 'routes/incubations/special-evaluation.tsx'),
  route('reports', 'routes/reports/list.tsx'),
  route('reports/:id/amendment', 'routes/reports/amendment.tsx'),
  route('evaluations', 'routes/evaluations/list.tsx'),
  route('graduations', 'routes/graduations/list.tsx'),
  route('filters/:list', 'routes/lifecycle/saved-filters.tsx'),

  // The page of one record, and the one door for every event of every lifecycle
  route(':collection/export/:format', 'routes/lifecycle/list-export.ts'),
  route(':collection/:id', 'routes/lifecycle/record.tsx'),
  route(':collection/:id/history', 'routes/lifecycle/history.tsx'),
  route(':collection/:id/:noun', 'routes/lifecycle/event.tsx'),
  route(':collection/:id/:noun/draft', 'routes/lifecycle/event-draft.ts'),
  route(':collection/:id/letters/:letter', 'routes/letters/letter.tsx'),
  route(':collection/:id/letters/:letter/docx', 'routes/letters/letter-docx.ts'),

  // Those who run the center
  route('admin', 'routes/admin/admin.tsx'),
  route('admin/center', 'routes/admin/center.tsx'),
  route('admin/programs', 'routes/admin/programs.tsx'),
  route('admin/programs/:id', 'routes/admin/program.tsx'),
  route('admin/calls', 'routes/admin/calls.tsx'),
  route('admin/calls/:id', 'routes/admin/call.tsx'),
  route('admin/rubrics', 'routes/admin/rubrics.tsx'),
  route('admin/rubrics/:id', 'routes/admin/rubric.tsx'),
  route('admin/calendar', 'routes/admin/calendar.tsx'),
  route('admin/seats', 'routes/admin/seats.tsx'),
  route('admin/people', 'routes/admin/people.tsx'),
  route('admin/people/:id', 'routes/admin/person.tsx'),
  route('admin/history', 'routes/admin/history.tsx'),
  route('admin/security', 'routes/admin/security.tsx'),
  route('admin/security-settings', 'routes/admin/security-settings.tsx'),
  route('admin/outbox', 'routes/admin/outbox.tsx'),
  route('admin/jobs', 'routes/admin/jobs.tsx'),

  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig;
