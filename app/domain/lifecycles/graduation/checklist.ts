import type { DocumentRef } from '../../forms/field.ts';
import { type Refusal, refusal } from '../../refusal.ts';
import type { Words } from '../../words.ts';
import {
  type ChecklistLine,
  coreRules,
  type GraduationContext,
  type GraduationObserved,
  type StatedFact,
  type StatedLine,
} from './facts.ts';

/** One line of the live checklist: whether it is met, on what that rests, and what is missing. */
export interface CheckedLine {
  readonly id: ChecklistLine;
  readonly met: boolean;
  readonly evidence: {
    readonly words: Words | null;
    readonly documents: readonly DocumentRef[];
    /** Who stated it, where it rests on somebody's word. */
    readonly by: string | null;
    readonly at: string | null;
  };
  readonly missing: Refusal | null;
}

/** Core rules that must stand beside the charter. */
const fewestRules = 5;
/** Full-time staff of a registered organization; core people (骨干) of a recorded one. */
const fewestFullTime = 2;
const fewestCorePeople = 3;

const fewestStaff = (observed: Partial<GraduationObserved>): number =>
  observed.organization?.registered ? fewestFullTime : fewestCorePeople;

/**
 * The live checklist (出壳清单): each line with its evidence, from the organization's record, from what the engine sees
 * now, and from what named people stated with documents.
 */
export function graduationChecklist(
  context: Pick<GraduationContext, 'facts'>,
  observed: Partial<GraduationObserved>,
): readonly CheckedLine[] {
  const organization = observed.organization;
  const listed = organization !== undefined && (organization.registered || organization.recorded);
  const overdue = observed.reports?.overdue ?? 0;
  const toRectify = observed.rectification?.open ?? 0;
  return [
    fromRecord(
      'registered',
      listed ? null : refusal('graduation.missing.registered'),
      listed
        ? {
            key: organization.registered ? 'graduation.evidence.registered' : 'graduation.evidence.recorded',
            params: { proof: organization.proof },
          }
        : null,
    ),
    stated('rules', context, rulesMissing),
    stated('account', context, () => null),
    stated('staff', context, (fact) => staffMissing(fact, observed)),
    stated('project', context, () => null),
    fromRecord(
      'reports',
      observed.reports === undefined || overdue > 0
        ? refusal('graduation.missing.reports', { count: overdue })
        : null,
      { key: 'graduation.evidence.reports', params: { count: overdue } },
    ),
    fromRecord(
      'rectification',
      observed.rectification === undefined || toRectify > 0
        ? refusal('graduation.missing.rectification', { count: toRectify })
        : null,
      { key: 'graduation.evidence.rectification', params: { count: toRectify } },
    ),
  ];
}

const fromRecord = (id: ChecklistLine, missing: Refusal | null, words: Words | null): CheckedLine => ({
  id,
  met: missing === null,
  evidence: { words, documents: [], by: null, at: null },
  missing,
});

function stated(
  id: StatedLine,
  context: Pick<GraduationContext, 'facts'>,
  ask: (fact: StatedFact) => Refusal | null,
): CheckedLine {
  const fact = context.facts[id];
  if (fact === undefined) return fromRecord(id, refusal(`graduation.missing.${id}`), null);
  const missing = fact.documents.length === 0 ? refusal('graduation.missing.document') : ask(fact);
  return {
    id,
    met: missing === null,
    evidence: { words: wordsOf(id, fact), documents: fact.documents, by: fact.by, at: fact.at },
    missing,
  };
}

function wordsOf(id: StatedLine, fact: StatedFact): Words {
  switch (id) {
    case 'rules':
      return { key: 'graduation.evidence.rules', params: { count: rulesOf(fact).length } };
    case 'account':
      return { key: `graduation.account.${String(fact.value)}` };
    case 'staff':
      return { key: 'graduation.evidence.staff', params: { count: Number(fact.value) } };
    case 'project':
      return { text: String(fact.value) };
  }
}

const rulesOf = (fact: StatedFact): readonly string[] => {
  const said: readonly string[] = Array.isArray(fact.value) ? fact.value : [];
  return coreRules.filter((rule) => rule !== 'charter' && said.includes(rule));
};

function rulesMissing(fact: StatedFact): Refusal | null {
  const charter = Array.isArray(fact.value) && fact.value.includes('charter');
  const rules = rulesOf(fact).length;
  return charter && rules >= fewestRules
    ? null
    : refusal('graduation.missing.rulesShort', { rules, least: fewestRules, charter: charter ? 1 : 0 });
}

function staffMissing(fact: StatedFact, observed: Partial<GraduationObserved>): Refusal | null {
  const least = fewestStaff(observed);
  return Number(fact.value) >= least
    ? null
    : refusal('graduation.missing.staffShort', { count: Number(fact.value), least });
}
