import { documentsOf } from '#app/domain/forms/values.ts';
import type { ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import { type CheckedLine, graduationChecklist } from '#app/domain/lifecycles/graduation/checklist.ts';
import type {
  FollowUpVisit,
  GraduationContext,
  GraduationObserved,
} from '#app/domain/lifecycles/graduation/facts.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { paths } from '#app/paths.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { inputsOf } from '#db/reads/history.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { observeFor } from '../observe/index.server.ts';
import type { ContentReader } from './content.server.ts';
import { documentRef, doorOf, given, line, mayOpenBeside, typed } from './content-parts.server.ts';
import { objectionsSection } from './objections-section.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

/** States in which the checklist still decides something. */
const checked: readonly string[] = ['candidate', 'applied', 'verifying', 'approving'];

/** A graduation as its readers see it: the live checklist, the documents, the certificate, the visits, objections. */
export const graduationContent: ContentReader = async (house, actor, opened) => {
  const { view, record } = opened;
  const context = record.context as GraduationContext;
  const parent =
    view.parentId === null ? undefined : await loadRecord(house.store.read, 'incubation', view.parentId);
  const { certificate } = context;
  return {
    facts: [
      { label: { key: 'content.graduation.score' }, value: { score: context.evaluationScore } },
      ...(certificate
        ? [
            {
              label: { key: 'content.graduation.certificate' },
              value: { href: paths.certificate(certificate), label: { text: certificate } },
            },
          ]
        : []),
      ...(parent && mayOpenBeside(actor, opened, 'incubation', parent.context)
        ? [
            {
              label: { key: 'incubation.title' },
              value: {
                href: paths.record('incubation', parent.row.id),
                label: { key: `incubation.state.${parent.row.state}` },
              },
            },
          ]
        : []),
    ],
    sections: [
      ...(await objectionsSection(house, opened)),
      ...(checked.includes(view.state) ? [await checklistSection(house, actor, opened)] : []),
      ...returnsSection(context),
      ...visitsSection(view, context),
      await documentsSection(house, view, context),
    ],
  };
};

/** Each line as it stands now: on what it rests when it is met, what would open it when it is not. */
async function checklistSection(
  house: House,
  actor: Actor,
  { view, record }: OpenedRecord,
): Promise<ContentSection> {
  const db = house.store.read;
  const observed: Partial<GraduationObserved> = await observeFor(
    {
      db,
      at: house.clock.now(),
      preview: true,
      actor,
      calendar: await calendarOfCenter(db, view.centerId),
    },
    { lifecycle: 'graduation', ...record },
    'pass_verification',
  );
  const door = doorOf(view, 'state_fact');
  return {
    id: 'checklist',
    kind: 'checklist',
    title: { key: 'graduation.checklist' },
    ...(door ? { action: door } : {}),
    lines: graduationChecklist(record.context as GraduationContext, observed).map((checkedLine) => ({
      id: checkedLine.id,
      ok: checkedLine.met,
      text: { key: `graduation.line.${checkedLine.id}` },
      ...(checkedLine.missing
        ? { note: { key: `refusal.${checkedLine.missing.code}`, params: checkedLine.missing.params ?? {} } }
        : {}),
      evidence: evidenceShown(checkedLine),
    })),
  };
}

function evidenceShown({ met, evidence }: CheckedLine): readonly Shown[] {
  const { words, documents, by, at } = evidence;
  return [
    ...(words && (met || documents.length > 0) ? [words] : []),
    ...(documents.length > 0 ? [{ documents: documents.map(documentRef) }] : []),
    ...(by !== null && at !== null ? [{ who: by, at }] : []),
  ];
}

/** The papers that it applied with, and those that were signed when everything was handed over. */
async function documentsSection(
  { store }: House,
  view: RecordView,
  { report, plan }: GraduationContext,
): Promise<ContentSection> {
  const labelled = (documents: GraduationContext['report'], key: string) =>
    documents.map((d) => ({ ...documentRef(d), label: { key }, at: null }));
  // the record keeps that both sides have handed over; their papers are in the events that said so
  const handovers = view.history.some(({ event }) => event === 'complete_handover')
    ? await inputsOf(store.read, 'graduation', view.id, 'complete_handover')
    : [];
  const handedOver = handovers.flatMap((sent) => documentsOf(sent, 'handoverDocuments'));
  return {
    id: 'documents',
    kind: 'documents',
    title: { key: 'content.documents' },
    documents: [
      ...labelled(report, 'graduation.field.report'),
      ...labelled(plan, 'graduation.field.plan'),
      ...labelled(handedOver, 'graduation.field.handoverDocuments'),
    ],
    empty: { key: 'content.graduation.noDocuments' },
  };
}

/** What was returned and why, and on which lines a failure was found. */
function returnsSection({ returns, failedLines }: GraduationContext): readonly ContentSection[] {
  if (returns.length === 0 && failedLines.length === 0) return [];
  const linesShown = (lines: readonly string[]): Shown => ({
    all: lines.map((id) => ({ key: `graduation.line.${id}` })),
  });
  return [
    {
      id: 'returns',
      kind: 'entries',
      title: { key: 'content.graduation.returns' },
      entries: [
        ...returns.map((r, i) => ({
          id: `return-${i}`,
          title: { key: `content.graduation.returnedBy.${r.by}` },
          lines: given([
            line('graduation.field.lines', linesShown(r.lines)),
            line('content.reason', typed(r.reason)),
            line('content.at', { instant: r.at }),
          ]),
        })),
        ...(failedLines.length === 0
          ? []
          : [
              {
                id: 'failed',
                title: { key: 'content.graduation.failed' },
                lines: [line('graduation.field.lines', linesShown(failedLines))],
              },
            ]),
      ],
      empty: { key: 'content.none' },
    },
  ];
}

const stageTone = { ahead: 'neutral', due: 'waiting', done: 'good' } as const;

/** The follow-up visits: when each falls due, and what was found. */
function visitsSection(
  view: RecordView,
  { visits, deadlines }: GraduationContext,
): readonly ContentSection[] {
  if (visits.length === 0) return [];
  const door = doorOf(view, 'record_visit');
  return [
    {
      id: 'visits',
      kind: 'entries',
      title: { key: 'content.graduation.visits' },
      ...(door ? { action: door } : {}),
      entries: visits.map((visit) => ({
        id: `visit-${visit.month}`,
        title: { key: `graduation.visit.${visit.month}` },
        tag: { label: { key: `content.graduation.visit.${visit.stage}` }, tone: stageTone[visit.stage] },
        lines: visitLines(visit, dueOf(visit, deadlines)),
      })),
      empty: { key: 'content.none' },
    },
  ];
}

const dueOf = (visit: FollowUpVisit, deadlines: GraduationContext['deadlines']): string | null =>
  (visit.stage === 'due' ? deadlines.followUp : deadlines[`visit${visit.month}`])?.due ?? null;

function visitLines({ stage, found }: FollowUpVisit, due: string | null) {
  if (found === null)
    return given([
      line('content.graduation.visitDue', due === null ? null : { due, settled: stage === 'ahead' }),
    ]);
  return given([
    line('graduation.field.on', { date: found.on }),
    line('graduation.field.alive', { key: found.alive ? 'ui.yes' : 'ui.no' }),
    line('graduation.field.people', { number: found.people }),
    line('graduation.field.income', { fen: found.income }),
    line('graduation.field.projects', { number: found.projects }),
    line(
      'graduation.field.rating',
      found.rating === '' ? null : { key: `graduation.rating.${found.rating}` },
    ),
    line('content.note', typed(found.note)),
  ]);
}
