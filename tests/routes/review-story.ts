import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import type { World } from '#tests/world.ts';

const checks = {
  'check.eligible': true,
  'check.documentsReadable': true,
  'check.documentsAgree': true,
  'check.noGround': true,
  'check.notDuplicated': true,
  'check.partyOpinionRead': true,
};

const panel = ['reviewer1', 'reviewer2', 'reviewer3'] as const;

/** A locked sheet; `weaker` items, counted from the first, get half of their points. */
function sheet(context: ApplicationContext, weaker: number): Record<string, string | number | boolean> {
  const input: Record<string, string | number | boolean> = {};
  if (context.rubric === null) throw new Error('The rubric is frozen when the panel is convened');
  for (const [i, item] of itemsOf(context.rubric).entries()) {
    const name = `items.${item.id}`;
    const weak = i < weaker;
    input[`${name}.comment`] = '材料可见';
    if (item.rule.kind === 'steps') input[`${name}.points`] = item.rule.steps[weak ? 1 : 0]?.id ?? 'none';
    else if (item.rule.kind === 'allOrNothing') input[`${name}.points`] = !weak;
    else input[`${name}.points`] = weak ? item.max / 2 : item.max;
  }
  return input;
}

/** Brings a draft application to its panel. */
export async function toReview(world: World, id: string, lead: string): Promise<void> {
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  await world.must('manager', 'application', id, 'accept');
  await world.must('party', 'application', id, 'record_party_opinion', {
    supports: true,
    opinion: '同意推荐。',
  });
  await world.must('manager', 'application', id, 'pass', checks);
  await world.must('manager', 'application', id, 'appoint_panel', { members: panel.map(world.idOf) });
  for (const reviewer of panel)
    await world.must(reviewer, 'application', id, 'declare', { declaration: 'none', confidential: true });
  const meetingOn = new Date(Date.parse(world.clock.now()) + 7 * 86_400_000).toISOString().slice(0, 10);
  await world.must('manager', 'application', id, 'convene', { meetingOn, place: '二楼会议室' });
}

/** Brings a draft application through its review; the more weak items, the lower the score. */
export async function reviewed(world: World, id: string, lead: string, weaker = 0): Promise<void> {
  await toReview(world, id, lead);
  const { context } = await world.record('application', id);
  for (const [i, reviewer] of panel.entries())
    await world.must(reviewer, 'application', id, 'score', sheet(context as ApplicationContext, weaker + i));
  await world.must('manager', 'application', id, 'close_review');
}

/** An application on public notice, with the notice's id. */
export async function onNotice(
  world: World,
): Promise<{ id: string; lead: string; organizationId: string; notice: string }> {
  const { id, lead, organizationId } = await world.draft();
  await reviewed(world, id, lead);
  await world.must('director', 'application', id, 'admit', { residency: 'virtual' });
  const notice = await world.store.read
    .selectFrom('notice')
    .select('id')
    .where('record_id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, lead, organizationId, notice: notice.id };
}
