import type { DocumentRef, Values } from '#app/domain/forms/field.ts';
import { textOf } from '#app/domain/forms/values.ts';
import type { ContentEntry, ContentSection } from '#app/domain/lifecycles/content.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import type { NoticedContext, Objection } from '#app/domain/lifecycles/objections.ts';
import { apartOf } from '#db/reads/apart.server.ts';
import { historyOf } from '#db/reads/history.server.ts';
import type { House } from '../house.ts';
import { documentsShown, given, line, settlesObjections, typed } from './content-parts.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

type Outcome = 'open' | 'dismissed' | 'upheld';

const tones: Readonly<Record<Outcome, Tone>> = { open: 'attention', dismissed: 'neutral', upheld: 'stopped' };

/**
 * The objections to a record's public notice: number, what each concerns, and what became of it. What an objector
 * wrote is shown to those who settle it and to nobody else; who objected is shown to nobody here.
 */
export async function objectionsSection(
  house: House,
  opened: OpenedRecord,
): Promise<readonly ContentSection[]> {
  const { view, record } = opened;
  const { objections } = record.context as NoticedContext;
  if (objections.length === 0) return [];
  const history = (await historyOf(house.store.read, view.lifecycle, view.id)).map((h) => ({
    number: h.number,
    at: h.at,
    event: h.event,
    input: JSON.parse(h.input) as Values,
    observed: JSON.parse(h.observed) as Values,
  }));
  const words = settlesObjections(view)
    ? await apartOf(house.store.read, view.lifecycle, view.id, 'object')
    : new Map<number, Record<string, unknown>>();
  const entryOf = (objection: Objection): ContentEntry => {
    const raised = history.find((h) => textOf(h.observed, 'objectionNumber') === objection.number);
    const settled = history.filter(
      (h) => h.event.endsWith('_objection') && textOf(h.input, 'objection') === objection.number,
    );
    const outcome: Outcome = objection.open
      ? 'open'
      : settled.some((h) => h.event === 'dismiss_objection')
        ? 'dismissed'
        : 'upheld';
    const said = raised && words.get(raised.number);
    return {
      id: objection.number,
      title: { text: objection.number },
      tag: { label: { key: `content.objection.${outcome}` }, tone: tones[outcome] },
      lines: given([
        line('content.objection.concerns', { key: `objection.concerns.${objection.concerns}` }),
        line('content.objection.at', raised ? { instant: raised.at } : null),
        line(
          'content.objection.statement',
          typed(said && typeof said.statement === 'string' ? said.statement : null),
        ),
        line('content.objection.evidence', documentsShown(evidenceIn(said))),
        ...settled.map((h) => line('content.finding', typed(textOf(h.input, 'finding')))),
      ]),
    };
  };
  return [
    {
      id: 'objections',
      kind: 'entries',
      title: { key: 'content.objections' },
      ...(settlesObjections(view) ? {} : { note: { key: 'content.objections.private' } }),
      entries: objections.map(entryOf),
      empty: { key: 'content.none' },
    },
  ];
}

const evidenceIn = (said: Readonly<Record<string, unknown>> | undefined): readonly DocumentRef[] =>
  Array.isArray(said?.evidence) ? (said.evidence as readonly DocumentRef[]) : [];
