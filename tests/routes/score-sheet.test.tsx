import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EventPage } from '#app/components/lifecycle/event-page.tsx';
import { LocaleProvider } from '#app/components/ui/locale.tsx';
import type { ApplicationContext } from '#app/domain/lifecycles/application/facts.ts';
import { itemsOf } from '#app/domain/rubrics.ts';
import { saveFormDraft } from '#app/operations/drafts/save-form-draft.server.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import { paths } from '#app/paths.ts';
import { action, loader } from '#app/routes/lifecycle/event.tsx';
import { tagsOf } from '#tests/components/dom.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, posting, thrown } from './door.ts';
import { toReview } from './review-story.ts';

let world: World;
let id: string;
beforeEach(async () => {
  world = await openWorld();
  const draft = await world.draft();
  id = draft.id;
  await toReview(world, id, draft.lead);
});
afterEach(() => world.close());

const params = (noun: string) => ({ collection: 'applications', id, noun });
const place = (noun: string) => paths.event('application', id, noun);
const contextNow = async () => (await world.record('application', id)).context as ApplicationContext;
const sheetNow = async () => (await contextNow()).sheets[world.idOf('reviewer1')];

const send = async (noun: string, answers: Readonly<Record<string, string>> = {}) =>
  action(
    posting(
      await doorOf(world, 'reviewer1'),
      place(noun),
      { version: String((await world.record('application', id)).row.version), ...answers },
      params(noun),
    ),
  );

/** The buttons of the page's form, in their order: the address that each sends to. */
async function buttons(noun: string): Promise<readonly string[]> {
  const answer = await loader(getting(await doorOf(world, 'reviewer1'), place(noun), params(noun)));
  const view = (await answer.json()) as unknown as Parameters<typeof EventPage>[0]['view'];
  const markup = renderToStaticMarkup(
    <LocaleProvider locale="zh-CN" now={world.clock.now()}>
      <EventPage view={view} errors={[]} raw={{}} />
    </LocaleProvider>,
  );
  const tags = tagsOf(markup);
  const own = tags.find((t) => t.name === 'form')?.attributes.action ?? '';
  return tags
    .filter((t) => t.name === 'button')
    .map((t) => t.attributes.formaction ?? t.attributes.formAction ?? own);
}

/** The first item that takes plain points. */
async function anItem() {
  const rubric = (await contextNow()).rubric;
  const item = rubric && itemsOf(rubric).find((i) => i.rule.kind === 'judgement');
  if (!item) throw new Error('The entry rubric has an item of judgement');
  return `items.${item.id}.points`;
}

it('offers the draft first and the lock last, whichever of the two doors is opened', async () => {
  for (const noun of ['score', 'score-draft'])
    expect(await buttons(noun)).toEqual([place('score-draft'), place('score')]);
});

it('a draft is kept with what is still open in it, more than once, and can be locked afterwards only whole', async () => {
  const name = await anItem();
  for (const points of ['1', '2']) {
    const saved = await thrown(() => send('score-draft', { [name]: points }));
    expect([saved.status, saved.headers.get('location')]).toEqual([303, paths.record('application', id)]);
    expect(await sheetNow()).toMatchObject({ locked: false });
  }
  const refused = await send('score', { [name]: '2' });
  expect(refused.status).toBe(422);
  expect(await sheetNow()).toMatchObject({ locked: false });
  const { view } = (await openRecord(world.house, await world.as('reviewer1'), 'application', id))!;
  expect(view.history.filter((h) => h.event === 'save_sheet')).toHaveLength(2);
  expect(view.steps.map((s) => s.event)).toContain('score');
  expect(view.steps.map((s) => s.event)).not.toContain('save_sheet');
});

it('what saved itself while it was typed goes when the draft is kept', async () => {
  await saveFormDraft(world.house, {
    personId: world.idOf('reviewer1'),
    place: place('score'),
    typed: { 'items.x.comment': '先写一点' },
    formKey: undefined,
  });
  await thrown(() => send('score-draft'));
  expect(await world.store.read.selectFrom('form_draft').selectAll().execute()).toEqual([]);
});

it('a range that is left is refused in a draft too, with what was typed', async () => {
  const name = await anItem();
  const answer = await send('score-draft', { [name]: '9999' });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: [{ field: name }], raw: { [name]: '9999' } });
});
