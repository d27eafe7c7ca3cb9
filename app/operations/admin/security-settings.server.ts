import type { Values } from '#app/domain/forms/field.ts';
import type { SecurityChange } from '#app/domain/people/security-lines.ts';
import {
  type PasswordPolicy,
  type SecuritySettings,
  securityRefusals,
} from '#app/domain/people/security-settings.ts';
import { done, type Result } from '#app/domain/refusal.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { securityEventsPage } from '#db/reads/security-events.server.ts';
import { SECURITY, securitySettings } from '#db/reads/security-settings.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';
import type { House } from '../house.ts';
import { type AdminAsked, type AdminRefusal, administer, changedMeanwhile } from './administer.server.ts';

const settingsIn = (values: Values): Omit<SecuritySettings, 'version'> => ({
  policy: values.policy as PasswordPolicy,
  secondFactor: values.secondFactor === 'required',
  officialIdleMinutes: Number(values.officialIdleMinutes),
  officialHours: Number(values.officialHours),
  memberIdleMinutes: Number(values.memberIdleMinutes),
  memberHours: Number(values.memberHours),
});

/** The settings as the values of their form. */
export const valuesOfSecurity = ({ secondFactor, version, ...rest }: SecuritySettings): Values => ({
  ...rest,
  secondFactor: secondFactor ? 'required' : 'optional',
});

/**
 * Changes how safe the installation is kept; it counts from the next request on. What was before and after stands in the
 * security log. Refusals: `unseen`, `admin.changedMeanwhile`, `security.mlpsIdle`.
 */
export const changeSecuritySettings = (
  house: House,
  asked: AdminAsked & { readonly version: number; readonly values: Values },
): Promise<Result<true, AdminRefusal>> =>
  administer<true>(house, asked, { ability: 'security.edit', place: async () => 'instance' }, async (trx) => {
    const before = await securitySettings(trx);
    if (before.version !== asked.version) return changedMeanwhile();
    const after = { ...settingsIn(asked.values), version: before.version + 1 };
    const wrong = securityRefusals(after);
    if (wrong.length > 0) return { ok: false, refusals: wrong };
    await setInstanceValue(trx, SECURITY, JSON.stringify(after));
    const from = valuesOfSecurity(before);
    const to = valuesOfSecurity(after);
    const changed = Object.keys(to).filter((name) => from[name] !== to[name]);
    const only = (values: Values) =>
      JSON.stringify(Object.fromEntries(changed.map((n) => [n, values[n] ?? null])));
    return done({ answer: true, detail: { before: only(from), after: only(to) } });
  });

const SHOWN = 20;

/** The last changes of the settings, the newest first. */
export async function securityChanges(house: House): Promise<readonly SecurityChange[]> {
  const db = house.store.read;
  const { rows } = await securityEventsPage(db, { kind: 'admin.security.edit', size: SHOWN });
  const names = await namesOf(
    db,
    rows.flatMap((row) => row.person_id ?? []),
  );
  return rows.map((row) => {
    const detail = JSON.parse(row.detail) as { readonly before: string; readonly after: string };
    const before = JSON.parse(detail.before) as Record<string, string | number>;
    const after = JSON.parse(detail.after) as Record<string, string | number>;
    return {
      id: row.id,
      at: row.at,
      who: names.get(row.person_id ?? '') ?? null,
      fields: Object.keys(after).map((name) => ({
        name,
        before: before[name] ?? '',
        after: after[name] ?? '',
      })),
    };
  });
}
