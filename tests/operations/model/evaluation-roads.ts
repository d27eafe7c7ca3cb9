import { evaluation } from '#app/domain/lifecycles/evaluation/index.ts';
import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { edgeName } from './walk.ts';

const toSelf = [
  'planned --announce--> announced',
  'announced --start_self_assessment--> self_assessing',
] as const;
/** The road to the check of what was handed in. */
export const toCheck = [...toSelf, 'self_assessing --submit_self_assessment--> material_check'];
const visited = [...toCheck, 'material_check --pass_material--> onsite', 'onsite --record_visit--> scoring'];

/** The road to each state behind a visit; the shortest one is a desk check, which only a mid-term knows. */
const road: Readonly<Record<string, readonly string[]>> = {
  scoring: visited,
  moderating: [...visited, 'scoring --close_scoring--> moderating'],
  result_notice: [
    ...visited,
    'scoring --close_scoring--> moderating',
    'moderating --finalise--> result_notice',
  ],
  appealed: [
    ...visited,
    'scoring --close_scoring--> moderating',
    'moderating --finalise--> result_notice',
    'result_notice --appeal--> appealed',
  ],
};

/** Detours for every transition that leaves a state behind the visit. */
export function behindTheVisit(): Readonly<Record<string, readonly string[]>> {
  const edges = graphOf(evaluation).edges;
  return Object.fromEntries(
    edges.flatMap((e) => (road[e.from] === undefined ? [] : [[edgeName(e), road[e.from] ?? []]])),
  );
}
