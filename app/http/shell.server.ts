import type { ShellData } from '#app/components/layout/shell.tsx';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { GivenRole } from '#app/domain/policy/actor.ts';
import { isEmptyScope, listScope } from '#app/domain/policy/scope.ts';
import type { MessageKey } from '#app/i18n/catalogue.ts';
import { openFormDraft } from '#app/operations/drafts/open-form-draft.server.ts';
import { paths } from '#app/paths.ts';
import { onlyCenterName } from '#db/reads/centers.server.ts';
import { unreadCount } from '#db/reads/notifications.server.ts';
import type { DoorContext } from './context.ts';
import { browserTokenOf } from './interrupted-form.server.ts';

const officeRoles: readonly GivenRole[] = [
  'manager',
  'director',
  'supervisor',
  'party_committee',
  'community_worker',
];
const adminRoles: readonly GivenRole[] = ['admin', 'director', 'auditor'];

/** What the frame of a page shows to this viewer: only what they may open. `savesItself`: the page's form keeps drafts. */
export async function shellFor(
  context: DoorContext,
  request: Request,
  savesItself: boolean,
): Promise<ShellData> {
  const { viewer } = context;
  const memberships = viewer.actor.memberships;
  const has = (roles: readonly GivenRole[]) => memberships.some((m) => roles.includes(m.role));
  const lists: readonly [LifecycleName, MessageKey][] = [
    ['application', 'nav.applications'],
    ['incubation', 'nav.incubations'],
    ['progress_report', 'nav.reports'],
    ['evaluation', 'nav.evaluations'],
    ['graduation', 'nav.graduations'],
  ];
  const may = (name: LifecycleName) => {
    const lifecycle = lifecycles[name];
    return lifecycle !== undefined && !isEmptyScope(listScope(viewer.actor, lifecycle.readBy));
  };
  const nav: ShellData['nav'] = viewer.person
    ? [
        { href: paths.desk(), label: 'nav.desk' },
        ...lists.flatMap(([name, label]) => (may(name) ? [{ href: paths.list(name), label }] : [])),
        ...(has(officeRoles) ? [{ href: paths.organizations(), label: 'nav.organizations' as const }] : []),
        ...(has(adminRoles) ? [{ href: paths.admin(), label: 'nav.admin' as const }] : []),
      ]
    : [
        { href: paths.notices(), label: 'nav.notices' },
        { href: paths.directory(), label: 'nav.directory' },
        { href: paths.certificates(), label: 'nav.certificates' },
      ];
  const unread = viewer.person ? await unreadCount(context.house.store.read, viewer.person.id) : 0;
  return {
    locale: context.locale,
    now: context.now,
    nonce: context.nonce,
    requestId: context.requestId,
    path: new URL(request.url).pathname,
    kept: await keptForm(context, request, savesItself),
    demo: context.demo,
    centerName: await onlyCenterName(context.house.store.read, { english: context.locale === 'en' }),
    person: viewer.person
      ? {
          name: viewer.person.name,
          unread,
          role: memberships[0]?.role ?? null,
        }
      : null,
    nav,
  };
}

/** The form that this person left unsent at this address; looked for only where there may be one. */
async function keptForm(context: DoorContext, request: Request, savesItself: boolean) {
  const { person } = context.viewer;
  const browser = browserTokenOf(context, request);
  if (person === null || (browser === undefined && !savesItself)) return null;
  const { pathname, search } = new URL(request.url);
  return openFormDraft(context.house, person.id, pathname + search, browser);
}
