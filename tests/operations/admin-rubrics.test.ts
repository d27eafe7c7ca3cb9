import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { itemFields, rubricHeadFields, ruleKinds } from '#app/domain/forms/rubric-forms.ts';
import { headValues, itemValues, withHead, withItem, withRuleKind } from '#app/domain/rubrics/edit-rubric.ts';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { itemsOf, type Rubric, validateRubric } from '#app/domain/rubrics.ts';
import { copyRubric, editRubric, publishRubric } from '#app/operations/admin/rubrics.server.ts';
import { type RubricVersion, rubricVersionById, rubricVersionsOf } from '#db/reads/admin-rubrics.server.ts';
import { newestPublishedRubric } from '#db/reads/rubrics.server.ts';
import { openWorld, type World } from '#tests/world.ts';
import { asking, codes } from './admin-asking.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const published = async (rubric = 'entry'): Promise<RubricVersion> =>
  (await rubricVersionsOf(world.store.read, world.centerId)).find(
    (v) => v.rubric === rubric && v.published_at,
  )!;

async function draft(): Promise<RubricVersion> {
  const source = await published();
  const copied = await copyRubric(world.house, { ...asking(await world.as('director')), id: source.id });
  if (!copied.ok) throw new Error('refused');
  return (await rubricVersionById(world.store.read, copied.value.id))!;
}

const edit = async (version: RubricVersion, change: (rubric: Rubric) => Rubric | null) =>
  editRubric(world.house, {
    ...asking(await world.as('director')),
    id: version.id,
    seen: version.edited_at,
    edit: change,
  });

const publish = async (version: RubricVersion) =>
  publishRubric(world.house, {
    ...asking(await world.as('director')),
    id: version.id,
    seen: version.edited_at,
  });

const heavier = (rubric: Rubric): Rubric => ({ ...rubric, max: rubric.max + 1 });
const renamed = (rubric: Rubric): Rubric => ({ ...rubric, zh: '入壳评审评分表（新）' });

describe('a rubric', () => {
  test('is copied to a draft of the next version, one at a time', async () => {
    const first = await draft();
    expect(first).toMatchObject({ version: 2, published_at: null });
    expect(first.content.version).toBe(2);
    expect((await draft()).id).toBe(first.id);
  });

  test('is changed as a draft, published, and used from then on', async () => {
    const first = await draft();
    expect(codes(await edit(first, renamed))).toEqual([]);
    const changed = (await rubricVersionById(world.store.read, first.id))!;
    expect(codes(await publish(changed))).toEqual([]);
    const inUse = await newestPublishedRubric(world.store.read, world.centerId, 'entry');
    expect(inUse).toMatchObject({ zh: '入壳评审评分表（新）', version: 2 });
  });

  test('that is published never changes', async () => {
    const source = await published();
    expect(codes(await edit(source, renamed))).toEqual(['rubric.immutable']);
    expect(codes(await publish(source))).toEqual(['rubric.immutable']);
    expect(await published()).toEqual(source);
  });

  test('whose weights do not sum to the maximum is kept as a draft and not published', async () => {
    const first = await draft();
    expect(codes(await edit(first, heavier))).toEqual([]);
    const changed = (await rubricVersionById(world.store.read, first.id))!;
    expect(codes(await publish(changed))).toEqual(['rubric.weights']);
    expect((await rubricVersionById(world.store.read, first.id))?.published_at).toBeNull();
  });

  test('is not overwritten by somebody who saw an older draft', async () => {
    const first = await draft();
    expect(codes(await edit(first, renamed))).toEqual([]);
    expect(codes(await edit(first, heavier))).toEqual(['admin.changedMeanwhile']);
    expect(codes(await publish(first))).toEqual(['admin.changedMeanwhile']);
  });

  test('whose part is gone meanwhile is not changed', async () => {
    expect(codes(await edit(await draft(), () => null))).toEqual(['admin.changedMeanwhile']);
  });

  test('is the director’s to change', async () => {
    const first = await draft();
    const asked = { ...asking(await world.as('manager')), id: first.id, seen: first.edited_at };
    expect(codes(await editRubric(world.house, { ...asked, edit: renamed }))).toEqual(['unseen']);
    expect(codes(await copyRubric(world.house, asked))).toEqual(['unseen']);
  });
});

describe('the forms of a rubric', () => {
  test.each(shippedRubrics.map((r) => [r.id, r] as const))(
    'say all of %s: what is read is what was drawn',
    (_id, rubric) => {
      expect(withHead(rubric, headValues(rubric))).toEqual(rubric);
      for (const item of itemsOf(rubric)) {
        const asked = itemFields(item).map((f) => f.name);
        expect(Object.keys(itemValues(item)).filter((name) => !asked.includes(name))).toEqual([]);
        expect(withItem(rubric, item.id, itemValues(item))).toEqual(rubric);
      }
      expect(Object.keys(headValues(rubric)).sort()).toEqual(
        rubricHeadFields(rubric)
          .map((f) => f.name)
          .sort(),
      );
    },
  );

  test.each(ruleKinds)('an item can be made one of %s, and is asked for its particulars', (kind) => {
    const rubric = shippedRubrics[0]!;
    const item = itemsOf(rubric)[0]!;
    const changed = withRuleKind(rubric, item.id, kind);
    const now = itemsOf(changed).find((i) => i.id === item.id)!;
    expect(now.rule.kind).toBe(kind);
    const wrong = validateRubric(changed).filter((each) => !each.field.startsWith(`items.${item.id}`));
    expect(wrong).toEqual([]);
  });
});
