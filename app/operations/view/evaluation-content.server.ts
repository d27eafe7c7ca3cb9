import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import { type EvaluationContext, leadAssessor } from '#app/domain/lifecycles/evaluation/facts.ts';
import { rubricInWords } from '#app/domain/lifecycles/rubric-words.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { paths } from '#app/paths.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { ContentReader } from './content.server.ts';
import {
  documentRef,
  documentsShown,
  doorOf,
  given,
  isAssessor,
  isOffice,
  isOrganization,
  line,
  mayOpenBeside,
  typed,
} from './content-parts.server.ts';
import { adjustmentsSection, appealsSection, resultSections } from './evaluation-result.server.ts';
import {
  itemScoresSection,
  ownSheetSections,
  panelSections,
  sheetSection,
} from './evaluation-sheets.server.ts';

/**
 * An evaluation as each reader may see it. Before scoring is closed nobody sees another's scores, the office included;
 * the organization sees what it gave itself, and of the judgement only the result, with the means of its items.
 */
export const evaluationContent: ContentReader = async (house, actor, opened) => {
  const { view, record } = opened;
  const context = record.context as EvaluationContext;
  const parent =
    view.parentId === null ? undefined : await loadRecord(house.store.read, 'incubation', view.parentId);
  const judges = isOffice(view) || isAssessor(view);
  return {
    facts: [
      { label: { key: 'content.evaluations.kind' }, value: { key: `evaluation.kind.${context.kind}` } },
      ...(context.visitOn
        ? [{ label: { key: 'evaluation.field.visitOn' }, value: { date: context.visitOn } }]
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
      ...purposeSection(context, judges),
      ...returnedSection(view, context),
      ...resultSections(context),
      ...(isOrganization(view) && !judges ? itemScoresSection(context, view.ended) : []),
      ...appealsSection(context),
      ...(judges ? panelSections(context) : []),
      ...(judges ? adjustmentsSection(context) : []),
      ...ownSheetSections(context, actor.personId, doorOf(view, 'score')),
      ...teamSection(context, judges),
      ...visitSection(context, judges),
      ...selfAssessmentSections(context),
      ...rubricSection(context),
    ],
  };
};

function purposeSection({ purpose }: EvaluationContext, judges: boolean): readonly ContentSection[] {
  return purpose === null || !judges
    ? []
    : [{ id: 'purpose', kind: 'text', title: { key: 'content.special.purpose' }, text: { text: purpose } }];
}

function returnedSection(view: RecordView, { returned }: EvaluationContext): readonly ContentSection[] {
  if (returned === null) return [];
  return [
    {
      id: 'returned',
      kind: 'facts',
      title: { key: 'content.evaluation.returned' },
      lines: [
        line('evaluation.field.list', typed(returned.list)),
        line('evaluation.field.dueOn', { due: returned.dueOn, settled: view.state !== 'self_assessing' }),
      ],
    },
  ];
}

/** Who judges. Whether a sheet is locked is no score: the office must know for whom it waits. */
function teamSection(context: EvaluationContext, judges: boolean): readonly ContentSection[] {
  if (context.assessors.length === 0) return [];
  const leader = leadAssessor(context)?.personId;
  const shown = judges
    ? context.assessors
    : context.assessors.filter((a) => a.stage !== 'replaced' && a.stage !== 'recused');
  return [
    {
      id: 'team',
      kind: 'table',
      title: { key: 'content.evaluation.team' },
      head: [
        { label: { key: 'content.evaluation.assessor' } },
        { label: { key: 'content.evaluation.part' } },
        ...(judges ? [{ label: { key: 'content.evaluation.stage' } }] : []),
      ],
      rows: shown.map((a) => ({
        id: `${a.personId}-${a.stage}`,
        cells: [
          { text: a.name },
          {
            all: [
              ...(a.personId === leader ? [{ key: 'evaluation.field.leadAssessor' }] : []),
              ...(a.readsAccounts ? [{ key: 'content.evaluation.readsAccounts' }] : []),
            ],
          },
          ...(judges
            ? [{ key: `content.assessor.${context.sheets[a.personId]?.locked ? 'locked' : a.stage}` }]
            : []),
        ],
      })),
      empty: { key: 'content.none' },
    },
  ];
}

/** The visit; what the assessors noted is for those who judge. */
function visitSection({ visit }: EvaluationContext, judges: boolean): readonly ContentSection[] {
  if (visit === null) return [];
  return [
    {
      id: 'visit',
      kind: 'facts',
      title: { key: 'content.evaluation.visit' },
      lines: given([
        line('evaluation.field.visitedOn', { date: visit.on }),
        line('evaluation.field.attendees', typed(visit.attendees)),
        line('evaluation.field.photographs', documentsShown(visit.photographs)),
        line('evaluation.field.notes', judges ? typed(visit.notes) : null),
      ]),
    },
  ];
}

/** What the organization gave itself, with the evidence for each dimension. */
function selfAssessmentSections(context: EvaluationContext): readonly ContentSection[] {
  const { rubric, selfAssessment, evidence } = context;
  if (rubric === null || selfAssessment === null) return [];
  const documents = rubric.dimensions.flatMap((d) =>
    (evidence[d.id] ?? []).map((document) => ({
      ...documentRef(document),
      label: { zh: d.zh, en: d.en },
      at: null,
    })),
  );
  return [
    sheetSection('self-assessment', { key: 'content.evaluation.selfAssessment' }, rubric, selfAssessment),
    {
      id: 'evidence',
      kind: 'documents',
      title: { key: 'content.evaluation.evidence' },
      documents,
      empty: { key: 'content.none' },
    },
  ];
}

function rubricSection({ rubric }: EvaluationContext): readonly ContentSection[] {
  if (rubric === null) return [];
  return [
    {
      id: 'rubric',
      kind: 'rubric',
      title: { zh: rubric.zh, en: rubric.en },
      note: { key: 'content.evaluation.rubricVersion', params: { version: rubric.version } },
      fold: true,
      rubric: rubricInWords(rubric),
    },
  ];
}
