import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import { openStage, type Stage } from './stage.ts';
import { type Answers, act } from './steps.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** A sheet with good marks. */
function goodSheet(context: ApplicationContext): Answers {
  const answers: Record<string, string | boolean> = {};
  for (const item of itemsOf(context.rubric!)) {
    const name = `items.${item.id}.points`;
    if (item.rule.kind === 'steps') answers[name] = item.rule.steps[0]!.id;
    else if (item.rule.kind === 'allOrNothing') answers[name] = true;
    else answers[name] = String(item.max);
  }
  return answers;
}

test('from the draft to the signed agreement, each by the one who does it', async () => {
  const { world } = stage;
  const { id, lead } = await world.draft();
  await stage.knows(lead);

  const applicant = await stage.enter(lead);
  await applicant.look();
  await act(applicant, 'application', id, 'submit', { consent: true, truth: true });

  const manager = await stage.enter('manager');
  await manager.look();
  await act(manager, 'application', id, 'accept');
  const party = await stage.enter('party', { phone: true });
  await act(party, 'application', id, 'record_party_opinion', {
    supports: true,
    opinion: '同意推荐该队伍入壳孵化。',
  });
  await party.leave();
  await act(manager, 'application', id, 'pass', {
    'check.eligible': true,
    'check.documentsReadable': true,
    'check.documentsAgree': true,
    'check.noGround': true,
    'check.notDuplicated': true,
    'check.partyOpinionRead': true,
  });
  const panel = ['reviewer1', 'reviewer2', 'reviewer3'];
  await act(manager, 'application', id, 'appoint_panel', { members: panel.map(world.idOf) });
  const reviewers = [];
  for (const name of panel) {
    const reviewer = await stage.enter(name, { scripts: name !== 'reviewer3' });
    await act(reviewer, 'application', id, 'declare', { declaration: 'none', confidential: true });
    reviewers.push(reviewer);
  }
  await act(manager, 'application', id, 'convene', { meetingOn: '2026-03-09', place: '二楼会议室' });
  const { context } = await world.record('application', id);
  for (const reviewer of reviewers) {
    await act(reviewer, 'application', id, 'score', goodSheet(context as ApplicationContext));
    await reviewer.leave();
  }
  await act(manager, 'application', id, 'close_review');
  const director = await stage.enter('director');
  await director.look();
  await act(director, 'application', id, 'admit', { residency: 'onsite' });
  expect(await world.stateOf('application', id)).toBe('public_notice');

  // Ten days later the notice has run out, and so have the sessions.
  await world.pass({ days: 10 });
  const signing = await stage.enter(lead, { phone: true });
  await act(signing, 'application', id, 'sign', { agreeTerm: true, agreeWaysOut: true });
  const countersigning = await stage.enter('director');
  await act(countersigning, 'application', id, 'sign', { agreeTerm: true, agreeWaysOut: true });
  expect(await world.stateOf('application', id)).toBe('admitted');
  await signing.go('/desk');
  await signing.look();
});
