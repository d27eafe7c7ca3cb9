import { handoverParts } from '#app/domain/lifecycles/graduation/facts.ts';
import { somebody } from '../stage.server.ts';
import type { Scene } from './scene.server.ts';

type Part = AsyncGenerator<string, void, void>;

/** What the lead states for the checklist, with documents. */
const stateFacts = (scene: Scene): Promise<void> =>
  scene.act(
    scene.lead,
    'graduation',
    'state_fact',
    {
      rules: ['charter', 'finance', 'people', 'archive', 'project', 'volunteers'],
      account: scene.cast.uscc === null ? 'trusteeship' : 'own',
      staff: 3 + (scene.n % 3),
      project: '社区关爱行动（街道购买服务，已结项）',
    },
    {
      rulesDocuments: ['rules'],
      accountDocuments: ['account'],
      staffDocuments: ['staff'],
      projectDocuments: ['project'],
    },
  );

export const applyToGraduate = (scene: Scene): Promise<void> =>
  scene.act(
    scene.lead,
    'graduation',
    'apply',
    { note: '总结与规划已经骨干会议通过。' },
    { report: ['graduationReport'], plan: ['futurePlan'] },
  );

/**
 * A graduation on the working days after the final evaluation opened (day 0; it is confirmed at the end of day 22):
 * 24 facts stated, 25 applied, 27 taken up, 29 verified, 31 approved, notice until the end of day 36, 38 and 39
 * handed over: certified.
 */
export async function* graduated(scene: Scene, openedOn: string, withObjection = false): Part {
  const { days } = scene.stage;
  const day = (n: number) => scene.on(days.plus(openedOn, n));
  yield day(24);
  await scene.find('graduation');
  await stateFacts(scene);
  yield day(25);
  await applyToGraduate(scene);
  yield day(27);
  await scene.act(scene.manager, 'graduation', 'verify');
  yield day(29);
  await scene.act(scene.manager, 'graduation', 'pass_verification', {
    inspected: true,
    note: '逐项核验，佐证齐全。',
  });
  yield day(31);
  await scene.act('supervisor', 'graduation', 'approve', { note: '同意出壳，按程序公示。' });
  if (withObjection) {
    yield day(33);
    await object(scene, 'graduation', '公示的项目结项报告中服务人次与社区掌握的情况不一致，请核实。');
    return;
  }
  yield day(38);
  await hand(scene, scene.lead);
  yield day(39);
  await hand(scene, scene.manager);
}

const hand = (scene: Scene, who: string): Promise<void> =>
  scene.act(
    who,
    'graduation',
    'complete_handover',
    {
      ...Object.fromEntries(handoverParts.map((part) => [`handover.${part}`, true])),
      note: '交接清单一式两份。',
    },
    { handoverDocuments: ['handover'] },
  );

/** A resident objects to a notice, named as somebody who does not exist. */
export const object = (
  scene: Scene,
  lifecycle: 'application' | 'graduation',
  statement: string,
): Promise<void> =>
  scene.act(
    somebody,
    lifecycle,
    'object',
    { concerns: 'organization', statement, objectorName: '某居民（演示）', objectorContact: '13800000000' },
    { evidence: ['objection'] },
  );

/** The follow-up visits that have fallen due, as many as are named. */
export async function* followedUp(scene: Scene, months: readonly number[]): Part {
  for (const month of months) {
    yield scene.after(5);
    await scene.act(scene.manager, 'graduation', 'record_visit', {
      month: String(month),
      on: scene.stage.days.dateOf(scene.stage.now()),
      alive: true,
      people: 6 + (scene.n % 5) + month / 3,
      income: (18_000 + scene.n * 900 + month * 2_500) * 100,
      projects: 1 + (month > 3 ? 1 : 0),
      rating: month === 12 ? '3A' : 'none',
      note: '正常开展服务，与社区保持联系。',
    });
  }
}
