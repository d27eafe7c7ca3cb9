import type { SecurityLine } from '#app/domain/people/security-lines.ts';
import { personIdsLike } from '#db/reads/accounts.server.ts';
import type { KeysetPage, KeysetPlace } from '#db/reads/pages.server.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { securityEventsPage } from '#db/reads/security-events.server.ts';
import type { House } from '../house.ts';

/** So many people are looked for at most by a part of their name. */
const MOST_PEOPLE = 50;

/** A page of the security log by kind, person (part of a name or address) and stretch of time. */
export async function viewSecurityLog(
  house: House,
  asked: KeysetPlace & {
    readonly kind: string;
    readonly person: string;
    readonly from: string | null;
    readonly until: string | null;
  },
): Promise<KeysetPage<SecurityLine>> {
  const db = house.store.read;
  const page = await securityEventsPage(db, {
    ...asked,
    from: asked.from ?? '',
    until: asked.until ?? '',
    ...(asked.person === '' ? {} : { personIds: await personIdsLike(db, asked.person, MOST_PEOPLE) }),
  });
  const details = page.rows.map((row) => JSON.parse(row.detail) as Record<string, unknown>);
  const textIn = (i: number, name: string): string | null => {
    const value = details[i]?.[name];
    return typeof value === 'string' ? value : null;
  };
  const ids = page.rows.flatMap((row, i) => [row.person_id, textIn(i, 'by')]);
  const names = await namesOf(
    db,
    ids.filter((id) => id !== null),
  );
  return {
    ...page,
    rows: page.rows.map(({ id, at, kind, person_id, address }, i) => ({
      id,
      at,
      kind,
      address,
      who: person_id === null ? null : (names.get(person_id) ?? null),
      by: names.get(textIn(i, 'by') ?? '') ?? null,
      role: textIn(i, 'role'),
      about: textIn(i, 'id'),
    })),
  };
}
