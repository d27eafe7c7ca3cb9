import type { ContentSection, Shown } from '#app/domain/lifecycles/content.ts';
import type { Appeal, EvaluationContext, EvaluationResult } from '#app/domain/lifecycles/evaluation/facts.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import { itemsOf, type Rubric } from '#app/domain/rubrics.ts';
import { gradeOf, scoreWritten } from '#app/domain/scoring.ts';
import type { Words } from '#app/domain/words.ts';
import { documentsShown, given, line, typed } from './content-parts.server.ts';

const verdictTone: Readonly<Record<EvaluationResult['verdict'], Tone>> = {
  passed: 'good',
  graduates: 'good',
  conditional: 'attention',
  failed: 'stopped',
  exits: 'stopped',
};

const bare = ({ zh, en }: { readonly zh: string; readonly en: string }): Words => ({ zh, en });

/** What the evaluation came to, from the moment the director fixed it. Everyone who may open the record sees it. */
export function resultSections(context: EvaluationContext): readonly ContentSection[] {
  const { result, rubric } = context;
  if (result === null) return [];
  const grade = rubric === null ? undefined : gradeOf(rubric, result.score / 100);
  const facts: ContentSection = {
    id: 'result',
    kind: 'facts',
    title: { key: 'content.result' },
    lines: given([
      line('content.result.verdict', {
        tag: { key: `evaluation.verdict.${result.verdict}` },
        tone: verdictTone[result.verdict],
      }),
      line('content.result.score', result.participated ? { score: result.score } : null),
      line('content.result.grade', grade ? bare(grade) : null),
      line('content.result.pass', rubric?.pass === undefined ? null : { number: rubric.pass }),
      line(
        'content.result.confirmedAt',
        context.confirmedAt === null ? null : { instant: context.confirmedAt },
      ),
    ]),
  };
  if (rubric === null || rubric.mustHaves.length === 0 || !result.participated) return [facts];
  return [
    facts,
    {
      id: 'must-haves',
      kind: 'checklist',
      title: { key: 'sheet.mustHaves' },
      lines: rubric.mustHaves.map((m) => ({ id: m.id, ok: result.mustHaves[m.id] === true, text: bare(m) })),
    },
  ];
}

const hundredths = (score: number): string => scoreWritten(score / 100);

/** What was changed when the panel sat together: before, after and why; with what it discussed. */
export function adjustmentsSection(context: EvaluationContext): readonly ContentSection[] {
  const { adjustments, discussion, rubric } = context;
  if (adjustments.length === 0 && discussion === null) return [];
  const nameOf = (id: string) => context.assessors.find((a) => a.personId === id)?.name ?? '';
  return [
    {
      id: 'adjustments',
      kind: 'entries',
      title: { key: 'content.adjustments' },
      entries: [
        ...adjustments.map((a, i) => ({
          id: String(i),
          title: {
            key: 'content.adjustments.change',
            params: { before: hundredths(a.before), after: hundredths(a.after) },
          },
          lines: given([
            line('content.adjustments.reason', typed(a.reason)),
            line('content.adjustments.settled', settledShown(rubric, a.settled)),
            line('content.adjustments.by', typed(nameOf(a.by))),
            line('content.adjustments.agreeing', { all: a.agreeing.map((id) => ({ text: nameOf(id) })) }),
            line('content.adjustments.at', { instant: a.at }),
          ]),
        })),
        ...(discussion === null
          ? []
          : [
              {
                id: 'discussion',
                title: { key: 'evaluation.field.discussion' },
                lines: [line('content.adjustments.discussed', typed(discussion))],
              },
            ]),
      ],
      empty: { key: 'content.none' },
    },
  ];
}

function settledShown(rubric: Rubric | null, settled: Readonly<Record<string, boolean>>): Shown | null {
  const said = (rubric?.mustHaves ?? []).filter((m) => settled[m.id] !== undefined);
  if (said.length === 0) return null;
  return {
    all: said.flatMap((m): Shown[] => [
      bare(m),
      { key: settled[m.id] ? 'content.mustHave.met' : 'content.mustHave.missing' },
    ]),
  };
}

const outcomeTone: Readonly<Record<Appeal['outcome'], Tone>> = {
  open: 'attention',
  revised: 'good',
  rejected: 'neutral',
};

/** What the organization appealed against, item by item, and what was found; then what was changed for it. */
export function appealsSection(context: EvaluationContext): readonly ContentSection[] {
  const { appeals, revisions, rubric } = context;
  if (appeals.length === 0) return [];
  return [
    {
      id: 'appeals',
      kind: 'entries',
      title: { key: 'content.appeals' },
      entries: [
        ...appeals.map((appeal, i) => ({
          id: `appeal-${i}`,
          title: { key: 'content.appeals.number', params: { number: i + 1 } },
          tag: { label: { key: `content.appeals.${appeal.outcome}` }, tone: outcomeTone[appeal.outcome] },
          lines: given([
            line('evaluation.field.items', { all: appeal.items.map((id) => itemWords(rubric, id)) }),
            line('content.appeals.reason', typed(appeal.reason)),
            line('content.documents', documentsShown(appeal.evidence)),
            line('content.appeals.at', { instant: appeal.at }),
            line('content.finding', typed(appeal.finding)),
          ]),
        })),
        ...revisions.map((r, i) => ({
          id: `revision-${i}`,
          title: {
            key: 'content.revision',
            params: { before: hundredths(r.before), after: hundredths(r.after) },
          },
          lines: given([
            line('content.revision.on', { date: r.on }),
            line('content.revision.team', { all: r.team.map((a) => ({ text: a.name })) }),
          ]),
        })),
      ],
      empty: { key: 'content.none' },
    },
  ];
}

function itemWords(rubric: Rubric | null, id: string): Words {
  if (rubric === null) return { text: id };
  const found = id.startsWith('mustHave.')
    ? rubric.mustHaves.find((m) => `mustHave.${m.id}` === id)
    : itemsOf(rubric).find((item) => item.id === id);
  return found ? bare(found) : { text: id };
}
