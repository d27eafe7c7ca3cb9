import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { programFields, programValues } from '#app/domain/forms/program-form.ts';
import { rawValues } from '#app/domain/forms/raw-values.ts';
import { settingsWith } from '#app/domain/settings.ts';
import { locales } from '#app/i18n/locale.ts';
import { callsOf, programById } from '#db/reads/admin.server.ts';
import { rubricVersionsOf } from '#db/reads/admin-rubrics.server.ts';
import { callById } from '#db/reads/calls.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { hiddenOf, visit } from './admin-pages.tsx';
import { doorOf } from './door.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const go = async (who: string | null, path: string, form?: Readonly<Record<string, string>>) =>
  visit(await doorOf(world, who), path, form);

const rubricId = async (rubric = 'entry') =>
  (await rubricVersionsOf(world.store.read, world.centerId)).find((v) => v.rubric === rubric)!.id;

/** Who may open which page; to everybody else it does not exist. */
const mayOpen: readonly (readonly [path: string, who: readonly string[]])[] = [
  ['/admin', ['director', 'manager', 'admin', 'auditor']],
  ['/admin/center', ['director']],
  ['/admin/programs', ['director']],
  ['/admin/programs?new=1', ['director']],
  ['/admin/programs/PROGRAM', ['director']],
  ['/admin/calls', ['director']],
  ['/admin/calls?new=1', ['director']],
  ['/admin/calls/CALL', ['director']],
  ['/admin/rubrics', ['director']],
  ['/admin/rubrics/RUBRIC', ['director']],
  ['/admin/calendar', ['director']],
  ['/admin/calendar?day=2026-05-01', ['director']],
  ['/admin/seats', ['director', 'manager']],
  ['/admin/history', ['director', 'auditor']],
  ['/admin/history?verify=0', ['director', 'auditor']],
  ['/admin/security', ['auditor']],
  ['/admin/security?kind=sign_in&person=d&from=2026-01-01&until=2026-12-31', ['auditor']],
  ['/admin/security-settings', ['admin']],
  ['/admin/outbox', ['admin']],
  ['/admin/jobs', ['admin', 'auditor']],
];

const addressOf = async (path: string): Promise<string> =>
  path
    .replace('PROGRAM', world.programId)
    .replace('CALL', world.callId)
    .replace('RUBRIC', await rubricId());

describe('the pages of the administration', () => {
  test.each(mayOpen)('%s opens to %j and to nobody else', async (path, who) => {
    const address = await addressOf(path);
    for (const name of ['director', 'manager', 'admin', 'auditor', 'reviewer1', 'supervisor', 'party']) {
      const { status } = await go(name, address);
      expect(status, name).toBe(who.includes(name) ? 200 : 404);
    }
    const stranger = await go(null, address);
    expect(stranger).toMatchObject({ status: 302, location: expect.stringContaining('/sign-in') });
  });

  test.each(mayOpen)('%s asks the database nothing for somebody who is not signed in', async (path) => {
    const door = await doorOf(world, null);
    const asked: PropertyKey[] = [];
    const read = new Proxy(world.store.read, {
      get: (_, name) => {
        asked.push(name);
        throw new Error('The database is away');
      },
    });
    const house = { ...door.house, store: { ...door.house.store, read } };
    expect((await visit({ ...door, house }, await addressOf(path))).status).toBe(302);
    expect(asked).toEqual([]);
  });

  test.each(locales)('say everything in %s', async (locale) => {
    const { lead, id } = await world.draft();
    await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
    for (const [path, who] of mayOpen) {
      const door = { ...(await doorOf(world, who[0]!)), locale };
      const { html } = await visit(door, await addressOf(path));
      expect(html, path).toContain('<h1');
      expect(html.match(/>(admin|setting|refusal|field|role|unit)\.[\w.]+/g) ?? [], path).toEqual([]);
      expect(html, path).not.toContain('…');
    }
  });

  test('a center that is not one’s own does not exist', async () => {
    expect((await go('director', '/admin/seats?center=another')).status).toBe(404);
    expect((await go('director', '/admin/programs/another')).status).toBe(404);
    expect((await go('director', '/admin/calls/another')).status).toBe(404);
    expect((await go('director', '/admin/rubrics/another')).status).toBe(404);
  });

  test('reading writes nothing', async () => {
    const counts = async () =>
      Promise.all(
        (['history', 'security_event', 'idempotency', 'checkpoint', 'outbox'] as const).map(
          async (table) => (await world.store.read.selectFrom(table).selectAll().execute()).length,
        ),
      );
    const before = await counts();
    for (const [path, who] of mayOpen) await go(who[0]!, await addressOf(path));
    expect(await counts()).toEqual(before);
  });
});

describe('a program', () => {
  const typed = (change: Parameters<typeof settingsWith>[0]) =>
    rawValues(programValues('社会组织孵化', settingsWith(change)), programFields) as Record<string, string>;

  test('is changed by its form', async () => {
    const path = `/admin/programs/${world.programId}`;
    const { html } = await go('director', path);
    const sent = { ...hiddenOf(html), ...typed({ panelSize: 7, decider: 'supervisor' }) };
    const answer = await go('director', path, sent);
    expect(answer).toMatchObject({ status: 303, location: `${path}?done=saved` });
    expect((await go('director', path, sent)).status).toBe(303);
    expect(await programById(world.store.read, world.programId)).toMatchObject({
      version: 2,
      settings: settingsWith({ panelSize: 7, decider: 'supervisor' }),
    });
  });

  test('is drawn again with what was typed when a figure is out of its range', async () => {
    const path = `/admin/programs/${world.programId}`;
    const { html } = await go('director', path);
    const sent = { ...hiddenOf(html), ...typed({}), acceptDays: '99' };
    const answer = await go('director', path, sent);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="99"');
    expect(answer.html).toContain('href="#f-acceptDays"');
    expect((await programById(world.store.read, world.programId))?.version).toBe(1);
  });

  test('is not changed by a form of somebody who may not', async () => {
    const sent = { key: 'some-key-1', version: '1', ...typed({}) };
    expect((await go('manager', `/admin/programs/${world.programId}`, sent)).status).toBe(404);
  });
});

describe('a call', () => {
  const content = {
    title: '第二批',
    summary: '面向社区社会组织。',
    opensOn: '2026-03-10',
    closesOn: '2026-04-10',
    quota: '',
  };

  test('is made, published and closed early, each step asked once', async () => {
    const { html } = await go('director', '/admin/calls?new=1');
    const sent = { ...hiddenOf(html), ...content, programId: world.programId };
    const made = await go('director', '/admin/calls?new=1', sent);
    expect(made.status).toBe(303);
    const path = made.location!.split('?')[0]!;
    const id = path.split('/').at(-1)!;
    const draft = await go('director', path);
    expect((await go('director', path, hiddenOf(draft.html, 'publish'))).status).toBe(303);
    expect((await callById(world.store.read, id))?.published_at).toBe(world.clock.now());
    const asking = await go('director', `${path}?close=1`);
    expect(asking.html).toContain('class="confirm"');
    expect((await go('director', path, hiddenOf(asking.html, 'close'))).status).toBe(303);
    expect((await callById(world.store.read, id))?.closes_at).toBe(world.clock.now());
  });

  test('that closes before it opens is refused at the field', async () => {
    const { html } = await go('director', '/admin/calls?new=1');
    const sent = { ...hiddenOf(html), ...content, programId: world.programId, closesOn: '2026-03-01' };
    const answer = await go('director', '/admin/calls?new=1', sent);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('href="#f-closesOn"');
    expect(await callsOf(world.store.read, world.centerId)).toHaveLength(1);
  });

  test('with applications asks for nothing but a later date', async () => {
    await world.draft();
    const { html } = await go('director', `/admin/calls/${world.callId}`);
    expect(html).toContain('name="closesOn"');
    expect(html).not.toContain('name="title"');
  });
});

describe('a rubric', () => {
  test('is copied, changed item by item, and published only when it fits', async () => {
    const source = `/admin/rubrics/${await rubricId()}`;
    const copied = await go('director', source, hiddenOf((await go('director', source)).html, 'copy'));
    const path = copied.location!.split('?')[0]!;
    const item = await go('director', `${path}?item=core-team`);
    const sent = {
      ...hiddenOf(item.html, 'item'),
      'name.zh': '核心团队',
      'name.en': 'Core team',
      max: '9',
      'steps.0.zh': '5人及以上',
      'steps.0.en': '5 or more',
      'steps.0.points': '9',
      'steps.0.atLeast': '5',
    };
    expect((await go('director', `${path}?item=core-team`, sent)).status).toBe(303);
    const draft = await go('director', path);
    expect(draft.html).toContain('核心团队');
    expect(draft.html).not.toContain('value="publish"');
    expect(draft.html).toContain(`${path}?dimension=base`);
    const forced = {
      intent: 'publish',
      key: 'publish-key',
      seen: hiddenOf(draft.html, 'addDimension').seen!,
    };
    expect((await go('director', path, forced)).status).toBe(422);
  });

  test('that is published has no forms but the copy', async () => {
    const path = `/admin/rubrics/${await rubricId()}`;
    expect((await go('director', `${path}?item=core-team`)).status).toBe(404);
    const { html } = await go('director', path);
    expect(html.match(/<form/g)).toHaveLength(1);
  });

  test.each([
    'entry',
    'incubation-midterm',
    'graduation',
    'rating-self-check',
    'purchase-performance',
    'unit-self-evaluation',
    'venture-midterm',
    'venture-final',
    'project-selection',
  ])('%s is shown in full', async (rubric) => {
    const versions = await rubricVersionsOf(world.store.read, world.centerId);
    const version = versions.find((v) => v.rubric === rubric)!;
    const { html } = await go('director', `/admin/rubrics/${version.id}`);
    for (const dimension of version.content.dimensions)
      for (const item of dimension.items) expect(html).toContain(item.zh.replaceAll('&', '&amp;'));
  });
});
