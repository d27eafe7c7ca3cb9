import { graphOf } from '#app/domain/lifecycles/graph.ts';
import { incubation } from '#app/domain/lifecycles/incubation/index.ts';
import { edgeName } from './walk.ts';

type Road = readonly string[];

const order = 'active --order_rectification--> rectifying';
const rectified: Road = [order, 'rectifying --accept_rectification--> active'];
const appeal = 'exit_notice --appeal--> exit_appeal';
const asked = 'active --request_extension--> extension_review';
const granted = 'extension_review --grant_extension--> active';

const active: Road = ['onboarding --activate--> active'];
const extended: Road = [...active, asked, granted];
const rectifiedTwice: Road = [...active, ...rectified, ...rectified];

const toFinal: Road = [
  'active --midterm--> midterm_due',
  'midterm_due --evaluation_passed--> active',
  'active --finalLead--> final_due',
];
const final: Road = [...active, ...toFinal];
const finalAfterExtension: Road = [...extended, ...toFinal];
const graduates = 'final_due --evaluation_graduates--> graduation_pending';
const conditional = 'final_due --evaluation_conditional--> extension_review';
const revoked: Road = [...active, 'active --revoke--> exit_notice'];
const leftByWill: Road = [...active, 'active --request_exit--> exit_notice'];
const failed: Road = [...active, order, 'rectifying --fail_rectification--> exit_notice'];

/** How each state is come to when nothing else is needed: behind the final evaluation no shortest path is a true one. */
const toState: Readonly<Record<string, Road>> = {
  final_due: final,
  graduation_pending: [...final, graduates],
  exit_notice: revoked,
  exit_appeal: [...revoked, appeal],
};

/** What single transitions need beyond that. */
const particular: Readonly<Record<string, Road>> = {
  'active --finalLead--> final_due': [...active, ...toFinal.slice(0, -1)],
  'active --order_rectification--> exit_notice': rectifiedTwice,
  'midterm_due --evaluation_failed--> exit_notice': [...rectifiedTwice, 'active --midterm--> midterm_due'],
  'final_due --evaluation_conditional--> exit_notice': finalAfterExtension,
  'graduation_pending --graduation_refused--> exit_notice': [...finalAfterExtension, graduates],
  'extension_review --deny_extension--> exit_notice': [...final, conditional],
  'exit_notice --complete_handover--> exited': leftByWill,
  'exit_appeal --uphold_appeal--> onboarding': ['onboarding --revoke--> exit_notice', appeal],
  'exit_appeal --uphold_appeal--> rectifying': [...failed, appeal],
  'exit_appeal --uphold_appeal--> final_due': [
    ...final,
    'final_due --evaluation_exits--> exit_notice',
    appeal,
  ],
};

/** The road to go before each transition that the shortest path does not lead to. */
export const incubationDetours: Readonly<Record<string, Road>> = {
  ...Object.fromEntries(
    graphOf(incubation).edges.flatMap((edge) => {
      const road = toState[edge.from];
      return road === undefined ? [] : [[edgeName(edge), road]];
    }),
  ),
  ...particular,
};

const upheld = (to: string) => `exit_appeal --uphold_appeal--> ${to}`;
const revoke = (from: string) => `${from} --revoke--> exit_notice`;
const backAfter = (from: string, to: string): Road => [revoke(from), appeal, upheld(to)];
const certified = 'graduation_pending --graduation_certified--> graduated';
const thirdOrder = 'active --order_rectification--> exit_notice';

/** Ways through an incubation that go round and turn back, and the branches that two ways of one event share. */
export const longRoads: readonly (readonly [string, Road])[] = [
  [
    'orders, proposals that are dropped, a third one struck on appeal, a third one by the mid-term, a graduation',
    [
      ...active,
      'active --order_rectification--> active',
      'active --drop_rectification--> active',
      'active --record_service--> active',
      'active --reach_milestone--> active',
      ...rectified,
      'active --change_mentor--> active',
      'active --record_service--> active',
      'active --order_rectification--> active',
      order,
      'rectifying --answer_findings--> rectifying',
      'rectifying --record_service--> rectifying',
      'rectifying --accept_rectification--> rectifying',
      'rectifying --accept_rectification--> active',
      thirdOrder,
      appeal,
      upheld('active'),
      'active --reassign--> active',
      'active --midterm--> midterm_due',
      'midterm_due --evaluation_failed--> exit_notice',
      appeal,
      upheld('active'),
      'active --finalLead--> final_due',
      graduates,
      certified,
    ],
  ],
  [
    'a pause, a mid-term called off and held later, an extension denied and granted, and no second one',
    [
      ...active,
      'active --request_pause--> active',
      'active --refuse_pause--> active',
      'active --pause--> paused',
      'paused --reassign--> paused',
      'paused --pauseEnd--> active',
      'active --start_midterm--> midterm_due',
      'midterm_due --evaluation_cancelled--> active',
      'active --midterm--> midterm_due',
      'midterm_due --evaluation_passed--> active',
      asked,
      'extension_review --extensionReviewDays--> extension_review',
      'extension_review --deny_extension--> active',
      asked,
      granted,
      'active --finalLead--> final_due',
      'final_due --evaluation_cancelled--> final_due',
      'final_due --evaluation_conditional--> exit_notice',
      appeal,
      'exit_appeal --appealReviewDays--> exit_appeal',
      'exit_appeal --dismiss_appeal--> exit_notice',
      'exit_notice --handoverDays--> exit_notice',
      'exit_notice --complete_handover--> terminated',
    ],
  ],
  [
    'a refused graduation, no extension for it, and a new final evaluation on appeal, twice',
    [
      ...final,
      graduates,
      'graduation_pending --graduation_refused--> extension_review',
      'extension_review --deny_extension--> exit_notice',
      appeal,
      upheld('final_due'),
      'final_due --evaluation_exits--> exit_notice',
      appeal,
      upheld('final_due'),
      graduates,
      certified,
    ],
  ],
  [
    'an extension after the final evaluation, with a final evaluation of its own',
    [
      ...final,
      conditional,
      granted,
      'active --record_service--> active',
      'active --finalLead--> final_due',
      graduates,
      'graduation_pending --graduation_refused--> exit_notice',
      'exit_notice --appealDays--> exit_notice',
      'exit_notice --complete_handover--> terminated',
    ],
  ],
  [
    'an extension denied after the final evaluation and on appeal a new evaluation',
    [...final, conditional, 'extension_review --deny_extension--> exit_notice', appeal, upheld('final_due')],
  ],
  [
    'revoked again and again, and always back where it was',
    [
      ...backAfter('onboarding', 'onboarding'),
      ...active,
      ...backAfter('active', 'active'),
      'active --pause--> paused',
      ...backAfter('paused', 'active'),
      asked,
      ...backAfter('extension_review', 'active'),
      'active --midterm--> midterm_due',
      ...backAfter('midterm_due', 'active'),
      'active --midterm--> midterm_due',
      'midterm_due --evaluation_failed--> rectifying',
      ...backAfter('rectifying', 'rectifying'),
      'rectifying --accept_rectification--> active',
      'active --finalLead--> final_due',
      ...backAfter('final_due', 'final_due'),
      conditional,
      ...backAfter('extension_review', 'final_due'),
      graduates,
      ...backAfter('graduation_pending', 'final_due'),
      graduates,
      certified,
    ],
  ],
  [
    'an onboarding that an appeal began anew and that is not finished after all',
    [...backAfter('onboarding', 'onboarding'), 'onboarding --onboardingDays--> exited'],
  ],
];
