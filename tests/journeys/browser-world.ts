import { rawOfValues } from '#app/components/forms/raw.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { openEvent } from '#app/operations/view/event-view.server.ts';
import type { World } from '#tests/world.ts';
import type { Stage, Visitor } from './stage.ts';
import { type Answers, act } from './steps.ts';

/**
 * A world whose people act in browsers: what a play sends is typed into the real form and sent from the real page.
 * Whoever was away too long signs in again, as sessions end. `phones` names those who are on a phone.
 */
export function browserWorld(
  stage: Stage,
  phones: readonly string[] = [],
): World & { readonly acts: () => number } {
  const { world } = stage;
  const visitors = new Map<string, Visitor>();
  let acts = 0;

  const visitorOf = async (who: string): Promise<Visitor> => {
    const known = visitors.get(who);
    if (known) {
      await known.go('/desk');
      if (!known.page.url().includes('/sign-in')) return known;
      await known.leave();
    }
    await stage.knows(who);
    const fresh = await stage.enter(who, { phone: phones.includes(who) });
    visitors.set(who, fresh);
    return fresh;
  };

  const must: World['must'] = async (who, lifecycle, id, event, input = {}) => {
    if (typeof who !== 'string') return world.must(who, lifecycle, id, event, input);
    const visitor = await visitorOf(who);
    await act(visitor, lifecycle, id, event, await answersFor(world, who, lifecycle, id, event, input));
    acts += 1;
    world.clock.advance(60_000);
  };
  return { ...world, must, acts: () => acts };
}

/** What a person types for these values, in the form as it stands now; a paper for every question that asks for files. */
async function answersFor(
  world: World,
  who: string,
  lifecycle: LifecycleName,
  id: string,
  event: string,
  input: Values,
): Promise<Answers> {
  const noun = lifecycleNamed(lifecycle).events[event]?.noun ?? '';
  const opened = await openEvent(world.house, await world.as(who), lifecycle, id, noun);
  if (!opened.ok) throw new Error(`${who} finds no door for ${event}`);
  const files = opened.value.fields.filter((f) => f.kind === 'files' && input[f.name] !== undefined);
  return {
    ...(rawOfValues(opened.value.fields, input) as Answers),
    ...Object.fromEntries(files.map((f) => [f.name, true])),
  };
}
