import type { Content } from '#app/domain/lifecycles/content.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { contentFor } from '#app/operations/view/content.server.ts';
import { openRecord } from '#app/operations/view/record-view.server.ts';
import type { Story } from '#tests/domain/machine-driver.ts';
import type { World } from '#tests/world.ts';

/** Who plays the people that the stories of single machines know only by a word. */
export const players: Readonly<Record<string, string>> = {
  a1: 'assessor1',
  a2: 'assessor2',
  a3: 'assessor3',
  mentor: 'mentor',
  manager: 'manager',
  director: 'director',
  supervisor: 'supervisor',
};

/** Puts a record where a story left it, its people exchanged for those of the world. */
export async function place(
  world: World,
  lifecycle: LifecycleName,
  // biome-ignore lint/suspicious/noExplicitAny: a story of any lifecycle
  story: Story<any>,
  organization: { readonly id: string; readonly lead: string },
  parentId?: string,
): Promise<string> {
  const cast = { ...players, lead: organization.lead };
  const facts = Object.entries(cast).reduce(
    (text, [word, name]) =>
      text
        .replaceAll(`"personId":"${word}"`, `"personId":"${world.idOf(name)}"`)
        .replaceAll(`"by":"${word}"`, `"by":"${world.idOf(name)}"`)
        .replaceAll(`"assessorId":"${word}"`, `"assessorId":"${world.idOf(name)}"`)
        .replaceAll(`"mentorId":"${word}"`, `"mentorId":"${world.idOf(name)}"`)
        .replaceAll(`"responsibleId":"${word}"`, `"responsibleId":"${world.idOf(name)}"`)
        .replaceAll(new RegExp(`"${word}":\\{"assessorId"`, 'g'), `"${world.idOf(name)}":{"assessorId"`),
    JSON.stringify(story.context),
  );
  return world.recordIn(lifecycle, story.state, JSON.parse(facts), organization.id, parentId);
}

/** A page as its reader gets it. */
export interface Page {
  readonly view: RecordView;
  readonly content: Content;
  /** Everything that leaves the house for this reader. */
  readonly text: string;
  readonly sections: readonly string[];
}

/** The page of a record for somebody; undefined when it does not exist for them. */
export async function pageFor(
  world: World,
  who: string | Actor,
  lifecycle: LifecycleName,
  id: string,
): Promise<Page | undefined> {
  const actor = typeof who === 'string' ? await world.as(who) : who;
  const opened = await openRecord(world.house, actor, lifecycle, id);
  if (opened === undefined) return undefined;
  const content = await contentFor(world.house, actor, opened);
  return {
    view: opened.view,
    content,
    text: JSON.stringify({ view: opened.view, content }),
    sections: content.sections.map((s) => s.id),
  };
}
