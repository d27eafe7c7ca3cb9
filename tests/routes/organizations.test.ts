import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loader as ranking } from '#app/routes/applications/ranking.tsx';
import { loader as list } from '#app/routes/organizations/list.tsx';
import { action, loader } from '#app/routes/organizations/organization.tsx';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, posting, thrown } from './door.ts';
import { reviewed, toReview } from './review-story.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('the register of organizations', () => {
  it('asks who is there, and is no page to those who may read none', async () => {
    const nobody = await doorOf(world);
    const answer = await thrown(() => list(getting(nobody, '/organizations?q=1')));
    expect(answer.headers.get('location')).toBe(
      `/sign-in?redirectTo=${encodeURIComponent('/organizations?q=1')}`,
    );
    const reviewer = await doorOf(world, 'reviewer1');
    expect((await thrown(() => list(getting(reviewer, '/organizations')))).status).toBe(404);
  });

  it('is filtered by its address, and masks people in the list', async () => {
    const { id } = await world.organization({ name: '文昌夕阳红服务队' });
    await world.organization({ name: '紫云互助社', type: 'unregistered' });
    const door = await doorOf(world, 'manager');
    const found = await list(getting(door, `/organizations?q=${encodeURIComponent('夕阳')}`));
    expect(found.rows.map((r) => r.id)).toEqual([id]);
    expect(found.rows[0]).toMatchObject({ personName: '张*', phone: '138****1234' });
    const byType = await list(getting(door, '/organizations?type=unregistered&standing=applicant'));
    expect(byType.rows.map((r) => r.name)).toEqual(['紫云互助社']);
    const nonsense = await list(getting(door, '/organizations?type=hacked&size=7&after=~~'));
    expect(nonsense.type).toBe('');
  });

  it('is found by a whole credit code', async () => {
    const { id } = await world.organization({
      name: '甲社会服务中心',
      type: 'service_org',
      uscc: '52411025MJF0000008',
    });
    const door = await doorOf(world, 'director');
    const found = await list(getting(door, '/organizations?q=52411025mjf0000008'));
    expect(found.rows.map((r) => r.id)).toEqual([id]);
  });
});

describe('the page of one organization', () => {
  it('opens its form to the manager and to nobody else', async () => {
    const { id, lead } = await world.organization();
    const path = `/organizations/${id}?edit=1`;
    const { edit } = await loader(getting(await doorOf(world, 'manager'), path, { id }));
    expect(edit).toMatchObject({
      version: 1,
      raw: { organizationName: expect.any(String), phone: '13800001234' },
    });
    for (const who of ['director', lead]) {
      const door = await doorOf(world, who);
      expect((await thrown(() => loader(getting(door, path, { id })))).status, who).toBe(404);
    }
  });

  it('is saved once, however often the form is sent', async () => {
    const { id } = await world.organization();
    const door = await doorOf(world, 'manager');
    const { edit } = await loader(getting(door, `/organizations/${id}?edit=1`, { id }));
    const form = { ...edit?.raw, phone: '0374-3560001', version: '1', key: edit?.key ?? '' };
    for (let n = 0; n < 2; n += 1) {
      const answer = await thrown(() => action(posting(door, `/organizations/${id}?edit=1`, form, { id })));
      expect(answer.headers.get('location')).toBe(`/organizations/${id}?saved=1`);
    }
    const log = await world.store.read
      .selectFrom('security_event')
      .select('id')
      .where('kind', '=', 'organization.changed')
      .execute();
    expect(log).toHaveLength(1);
  });

  it('redraws what was typed with what is wrong', async () => {
    const { id } = await world.organization();
    const door = await doorOf(world, 'manager');
    const { edit } = await loader(getting(door, `/organizations/${id}?edit=1`, { id }));
    const answer = await action(
      posting(
        door,
        `/organizations/${id}?edit=1`,
        { ...edit?.raw, phone: '12', version: '1', key: 'some-other-key' },
        { id },
      ),
    );
    expect(answer.status).toBe(422);
    const { errors, raw } = await answer.json();
    expect(errors).toMatchObject([{ field: 'phone' }]);
    expect(raw).toMatchObject({ phone: '12' });
  });
});

describe('the ranking of a call', () => {
  async function threeReviewed() {
    const made = [];
    for (const weaker of [4, 0, 2]) {
      const draft = await world.draft();
      await reviewed(world, draft.id, draft.lead, weaker);
      made.push(draft);
    }
    return made;
  }
  const open = async (who: string, id: string) =>
    ranking(getting(await doorOf(world, who), `/applications/${id}/ranking`, { id }));

  it('ranks by score and shows the sheets to those who decide', async () => {
    const [third, first, second] = await threeReviewed();
    const view = await open('director', first?.id ?? '');
    expect(view.lines.map((l) => l.id)).toEqual([first?.id, second?.id, third?.id]);
    expect(view.lines.map((l) => l.rank)).toEqual([1, 2, 3]);
    expect(view.seats).toBe(3);
    for (const line of view.lines) {
      const totals = line.panel?.totals.map((t) => t.points) ?? [];
      expect(line.panel?.highest).toBe(Math.max(...totals));
      expect(line.panel?.lowest).toBe(Math.min(...totals));
      expect(line.panel?.score).toBeCloseTo(totals.reduce((a, b) => a + b, 0) / 3, 1);
    }
    expect(view.open).toEqual([]);
    expect(view.pass).toBe(70);
  });

  it('says which reviews are open, without a score of theirs', async () => {
    const closed = await world.draft();
    await reviewed(world, closed.id, closed.lead);
    const open = await world.draft({ name: '还在评审的服务队' });
    await toReview(world, open.id, open.lead);
    await world.draft({ name: '还是草稿的服务队' });
    const view = await ranking(getting(await doorOf(world, 'manager'), '/', { id: open.id }));
    expect(view.open.map((o) => o.organizationName)).toEqual(['还在评审的服务队']);
    expect(view.lines.map((l) => l.id)).toEqual([closed.id]);
    expect(JSON.stringify(view)).not.toContain('还是草稿的服务队');
  });

  it('is no page to the panel, the applicant and others', async () => {
    const draft = await world.draft();
    await reviewed(world, draft.id, draft.lead);
    for (const who of ['reviewer1', draft.lead, 'party', 'payer', 'auditor', 'mentor']) {
      const answer = await thrown(() => open(who, draft.id));
      expect(answer.status, who).toBe(404);
    }
    for (const who of ['manager', 'director', 'supervisor'])
      expect((await open(who, draft.id)).lines).toHaveLength(1);
  });

  it('hides the sheets of an organization in which the reader holds an office', async () => {
    const mine = await world.draft();
    const other = await world.draft();
    await reviewed(world, mine.id, mine.lead);
    await reviewed(world, other.id, other.lead, 1);
    await world.person('manager2', 'finance', 'organization', mine.organizationId);
    const view = await open('manager2', other.id);
    expect(view.lines.find((l) => l.id === mine.id)?.panel).toBeNull();
    expect(view.lines.find((l) => l.id === other.id)?.panel).not.toBeNull();
    expect((await thrown(() => open('manager2', mine.id))).status).toBe(404);
  });

  it('leaves a full tie to the lot', async () => {
    const one = await world.draft();
    const two = await world.draft();
    await reviewed(world, one.id, one.lead);
    await reviewed(world, two.id, two.lead);
    const view = await open('director', one.id);
    expect(view.lines.map((l) => [l.rank, l.needsLot])).toEqual([
      [1, true],
      [1, true],
    ]);
  });
});
