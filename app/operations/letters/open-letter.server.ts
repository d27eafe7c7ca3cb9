import { dueDate, localDate } from '#app/domain/calendar.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { both, said } from '#app/domain/letters/blocks.ts';
import type { HistoryLine } from '#app/domain/letters/case.ts';
import { type LetterName, letterKind, lettersFrom, parseLetterId } from '#app/domain/letters/kinds.ts';
import type { Letter, LetterBody, LetterText } from '#app/domain/letters/letter.ts';
import { momentOf } from '#app/domain/letters/replay.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { type Actor, type Role, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../subject-for.server.ts';
import { letterFacts } from './letter-facts.server.ts';

/** A letter for one reader, described and not yet said in a language. */
export interface OpenedLetter {
  readonly name: LetterName;
  readonly organizationName: string;
  readonly letter: Letter<LetterText>;
}

/** Those who judge and decide, and so read who judged and what each sheet came to. */
const judging: readonly Role[] = ['manager', 'director', 'supervisor', 'assessor'];

/** Roles inside the organization: whoever holds one reads as the organization does. */
const inside: readonly Role[] = ['lead', 'staff', 'finance'];

/**
 * A letter that follows from an event of a record, drawn from its history for this reader; undefined when there is none
 * for them. `origin` is the address of the installation, for what can be checked there.
 */
export async function openLetter(
  house: House,
  actor: Actor,
  lifecycle: LifecycleName,
  recordId: string,
  letterId: string,
  origin: string,
): Promise<OpenedLetter | undefined> {
  const asked = parseLetterId(letterId);
  if (asked === undefined) return undefined;
  const db = house.store.read;
  const record = await loadRecord(db, lifecycle, recordId);
  if (record === undefined) return undefined;
  const subject = subjectOf(lifecycle, record);
  const machine = lifecycleNamed(lifecycle);
  if (!mayRead(actor, machine, subject)) return undefined;
  const roles = rolesToward(actor, subject);
  const lines = (await historyOf(db, lifecycle, recordId)).map(
    (h): HistoryLine => ({
      number: h.number,
      event: h.event,
      from: h.from_state,
      to: h.to_state,
      at: h.at,
      by: { personId: h.actor_id, name: h.actor_name, role: h.role },
      input: JSON.parse(h.input) as Values,
      observed: JSON.parse(h.observed) as Record<string, unknown>,
    }),
  );
  const line = lines.find((l) => l.number === asked.number);
  if (line === undefined || !lettersFrom(lifecycle, line, roles).includes(asked.name)) return undefined;
  const calendar = await calendarOfCenter(db, record.row.center_id);
  const { facts, number } = await letterFacts(db, lifecycle, record, asked, origin);
  const dayOf = (instant: string) => localDate(instant, calendar);
  const body = letterKind(asked.name).describe({
    line,
    ...momentOf(machine, lines, line.number, calendar, record.context),
    earlier: lines.filter((l) => l.number <= line.number),
    facts,
    audience: readsAsJudge(roles) ? 'judges' : 'organization',
    dayOf,
    lastDayOf: (due) => dueDate(due, calendar),
  });
  const issuer = both({ zh: facts.center.name, en: facts.center.nameEn });
  return {
    name: asked.name,
    organizationName: record.row.organization_name,
    letter: framed(body, issuer, number, record.row.organization_name, dayOf(line.at)),
  };
}

const readsAsJudge = (roles: readonly Role[]): boolean =>
  roles.some((r) => judging.includes(r)) && !roles.some((r) => inside.includes(r));

/** A body with what is the same in every letter: who issues it, under which number, to whom, on which day. */
const framed = (
  body: LetterBody,
  issuer: LetterText,
  number: string,
  organization: string,
  on: string,
): Letter<LetterText> => ({
  form: body.form ?? 'letter',
  issuer,
  title: body.title,
  number: body.form === 'certificate' ? said('certificate.number', { number }) : said('number', { number }),
  addressee: body.toEveryone ? null : said('addressee', { organization }),
  blocks: body.blocks,
  closing: body.closing ?? null,
  signer: body.unsigned ? null : issuer,
  date: { date: on },
  note: body.note ?? null,
  stamp: body.stamp ?? null,
  checkAddress: body.checkAddress ?? null,
});
