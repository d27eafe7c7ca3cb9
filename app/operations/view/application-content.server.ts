import { applicationSections, sectionFields } from '#app/domain/forms/application-form.ts';
import type { Values } from '#app/domain/forms/field.ts';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import type { RecordContext } from '#app/domain/lifecycles/lifecycle.ts';
import { maskAddress, maskPhone } from '#app/domain/masking.ts';
import type { Role } from '#app/domain/policy/actor.ts';
import { scoreWritten, sheetTotal } from '#app/domain/scoring.ts';
import { paths } from '#app/paths.ts';
import { sectionsOf } from '#db/reads/applications.server.ts';
import { callById } from '#db/reads/calls.server.ts';
import { documentsOf } from '#db/reads/documents.server.ts';
import { childrenOf } from '#db/reads/records.server.ts';
import type { ContentReader } from './content.server.ts';
import { documentRef, mayOpenBeside } from './content-parts.server.ts';
import { objectionsSection } from './objections-section.server.ts';
import type { OpenedRecord } from './record-view.server.ts';

/** Who may have to reach the applicant: its own people, and those who run its case. For all others the register is masked too. */
const reachesApplicant: readonly Role[] = ['lead', 'staff', 'finance', 'manager', 'director'];

const withContactMasked = (values: Values): Values => ({
  ...values,
  ...(typeof values.phone === 'string' ? { phone: maskPhone(values.phone) } : {}),
  ...(typeof values.address === 'string' ? { address: maskAddress(values.address) } : {}),
});

/** An application as its readers see it: the applicant's task list or answers, documents, the panel, the score. */
export const applicationContent: ContentReader = async (house, actor, opened) => {
  const { view, record } = opened;
  const context = record.context as ApplicationContext;
  const db = house.store.read;
  const [sections, documents, call, incubations] = await Promise.all([
    sectionsOf(db, view.id),
    documentsOf(db, 'application', view.id),
    callById(db, context.callId),
    view.state === 'admitted' ? childrenOf(db, 'incubation', view.id) : [],
  ]);
  const applicant = view.roles.some((r) => r === 'lead' || r === 'staff');
  const editable = applicant && (view.state === 'draft' || view.state === 'supplement_requested');
  const office = view.roles.some((r) => r === 'manager' || r === 'director' || r === 'supervisor');
  const unmasked = view.roles.some((role) => reachesApplicant.includes(role));
  const saved = new Map(sections.map((s) => [s.section, s]));
  const today = record.row.created_at.slice(0, 10);
  const slots = sectionFields('documents', context.track, today).map((f) => f.name);
  const materials = documents.filter((d) => slots.includes(d.slot));

  const parts: ContentSection[] = [];
  if (editable) {
    parts.push({
      id: 'form',
      kind: 'tasks',
      title: { key: 'application.content.tasks' },
      tasks: applicationSections.map((section) => ({
        label: { key: `application.section.${section}` },
        href: paths.applicationSection(view.id, section),
        state:
          section === 'documents'
            ? documentsState(context, materials)
            : saved.get(section)?.complete === 1
              ? 'complete'
              : saved.has(section)
                ? 'begun'
                : 'open',
      })),
    });
  }
  if (context.supplement.length > 0 && view.state === 'supplement_requested')
    parts.push({
      id: 'supplement',
      kind: 'facts',
      title: { key: 'application.content.supplement' },
      lines: context.supplement.map((i) => ({ label: i.label, value: { text: i.reason } })),
    });
  parts.push(...(await objectionsSection(house, opened)));
  parts.push(...panelSection(context, view, office, actor.personId));
  if (!editable) {
    for (const section of applicationSections) {
      const row = saved.get(section);
      if (section === 'documents' || row === undefined) continue;
      const values = JSON.parse(row.values) as Values;
      parts.push({
        id: section,
        kind: 'answers',
        title: { key: `application.section.${section}` },
        fields: sectionFields(section, context.track, today),
        values: unmasked ? values : withContactMasked(values),
      });
    }
    parts.push({
      id: 'documents',
      kind: 'documents',
      title: { key: 'application.section.documents' },
      documents: materials.map((d) => ({
        ...documentRef(d),
        label: { key: `document.${d.slot}` },
        at: d.uploaded_at,
      })),
      empty: { key: 'application.content.noDocuments' },
    });
  }
  return {
    facts: [
      { label: { key: 'application.fact.call' }, value: { text: call?.title ?? '' } },
      { label: { key: 'application.fact.track' }, value: { key: `application.track.${context.track}` } },
      ...(record.row.score !== null && (office || view.ended || view.state === 'public_notice')
        ? [{ label: { key: 'application.fact.score' }, value: { score: record.row.score } }]
        : []),
      ...incubations
        .filter(({ facts }) => mayOpenBeside(actor, opened, 'incubation', JSON.parse(facts) as RecordContext))
        .map(({ id, state }) => ({
          label: { key: 'incubation.title' },
          value: { href: paths.record('incubation', id), label: { key: `incubation.state.${state}` } },
        })),
    ],
    sections: parts,
  };
};

function documentsState(
  context: ApplicationContext,
  documents: readonly { slot: string }[],
): 'complete' | 'begun' | 'open' {
  const present = new Set(documents.map((d) => d.slot));
  const required = sectionFields('documents', context.track, '2000-01-01').filter((f) => !f.optional);
  if (required.every((f) => present.has(f.name))) return 'complete';
  return present.size > 0 ? 'begun' : 'open';
}

/** The panel: names for the office and the lead; scores only once the review is closed, and a reviewer's own before. */
function panelSection(
  context: ApplicationContext,
  view: OpenedRecord['view'],
  office: boolean,
  personId: string | null,
): readonly ContentSection[] {
  if (context.panel.length === 0) return [];
  const closed = context.score !== null;
  const rubric = context.rubric;
  const totalOf = (id: string) => {
    const sheet = context.sheets[id];
    if (rubric === null || sheet === undefined) return null;
    if (!(closed && office) && id !== personId) return null;
    // once the review is closed, what each sheet came to is part of the result
    const counted = context.score?.sheets.find(({ assessorId }) => assessorId === id);
    if (counted) return { text: scoreWritten(counted.total) };
    const total = sheetTotal(rubric, sheet);
    return total.ok ? { text: scoreWritten(total.value.total) } : null;
  };
  const table: ContentSection = {
    id: 'panel',
    kind: 'table',
    title: { key: 'application.content.panel' },
    ...(context.meetingOn
      ? { note: { key: 'application.content.meeting', params: { date: context.meetingOn } } }
      : {}),
    ...(office && closed && view.parentId
      ? { action: { label: { key: 'application.content.ranking' }, href: paths.ranking(view.id) } }
      : {}),
    head: [
      { label: { key: 'application.content.member' } },
      { label: { key: 'application.content.stage' } },
      { label: { key: 'application.content.total' }, number: true },
    ],
    rows: context.panel.map((m) => ({
      id: m.personId + m.stage,
      cells: [
        { text: m.name },
        {
          key: `application.stage.${context.sheets[m.personId]?.locked && m.stage === 'declared' ? 'locked' : m.stage}`,
        },
        totalOf(m.personId),
      ],
    })),
    empty: { key: 'application.content.noPanel' },
  };
  if (!closed || !office || context.score === null) return [table];
  return [
    table,
    {
      id: 'spread',
      kind: 'spread',
      title: { key: 'application.content.spread' },
      points: context.score.sheets.map((s) => ({
        label: { text: context.panel.find((m) => m.personId === s.assessorId)?.name ?? '' },
        value: s.total,
        dropped: s.dropped !== null,
      })),
      mean: context.score.score,
      max: rubric?.max ?? 100,
    },
  ];
}
