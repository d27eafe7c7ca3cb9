import { eventsOfState, isFinal, statesOf } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { roleToSend } from '#app/domain/policy/can.ts';
import { subjectOf } from '#app/operations/subject-for.server.ts';
import { paths } from '#app/paths.ts';
import { beginning } from '../routes/beginning.ts';
import { toReview } from '../routes/review-story.ts';
import type { Served } from '../served.ts';
import type { World } from '../world.ts';
import { builtDoors, spreadOut } from './doors.ts';
import { formsOn } from './forms-on-pages.ts';
import type { FoundForm } from './hostile-run.ts';

const people = [
  'director',
  'manager',
  'supervisor',
  'payer',
  'party',
  'community',
  'admin',
  'mentor',
  'reviewer1',
  'assessor1',
];

/**
 * Every form that the product draws: on each page that an address of the route table leads to, and on the page of each
 * event that is declared, in a state in which it may be sent and by somebody who may send it.
 */
export async function collectForms(world: World, served: Served): Promise<readonly FoundForm[]> {
  const found = new Map<string, FoundForm>();
  const cookies = new Map<string | null, string>([[null, '']]);
  const look = async (who: string | null, path: string) => {
    if (!cookies.has(who)) cookies.set(who, await served.cookieOf(who ?? ''));
    const answer = await served.get(cookies.get(who) ?? '', path);
    const html = await answer.text();
    if (answer.status !== 200) return;
    for (const form of formsOn(path, html)) {
      const names = form.inputs.map(({ name, kind, value }) =>
        name === 'intent' || name === 'do' || kind === 'file' ? `${name}=${value}` : name,
      );
      const shape = `${form.action.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, ':id').split('?')[0]} ${names.join(' ')}`;
      if (!found.has(shape)) found.set(shape, { ...form, who });
    }
  };

  const draft = await world.draft();
  const panel = await world.draft();
  await toReview(world, panel.id, panel.lead);
  for (const name of lifecycleNames) {
    const lifecycle = lifecycles[name];
    for (const state of statesOf(lifecycle)) {
      if (isFinal(lifecycle, state)) continue;
      const made = await world.organization();
      const id = await world.recordIn(name, state, await beginning(world, name), made.id);
      const subject = subjectOf(name, await world.record(name, id));
      for (const event of eventsOfState(lifecycle, state)) {
        const declaration = lifecycle.events[event];
        if (declaration === undefined) continue;
        for (const who of [made.lead, ...people]) {
          if (roleToSend(await world.as(who), lifecycle, subject, event) === null) continue;
          await look(who, paths.event(name, id, declaration.noun));
          break;
        }
      }
    }
  }
  for (const { noun } of Object.values(lifecycles.application.events))
    for (const who of ['reviewer1', 'manager', 'director'])
      await look(who, paths.event('application', panel.id, noun));

  const calls = await world.store.read.selectFrom('call').select('id').execute();
  const idOf = async (table: 'program' | 'rubric') =>
    (
      await world.store.read
        .selectFrom(table)
        .select('id')
        .where('center_id', '=', world.centerId)
        .executeTakeFirstOrThrow()
    ).id;
  const ids: Readonly<Record<string, string>> = {
    calls: calls[0]?.id ?? '',
    applications: draft.id,
    organizations: draft.organizationId,
    'admin/programs': await idOf('program'),
    'admin/calls': calls[0]?.id ?? '',
    'admin/rubrics': await idOf('rubric'),
    'admin/people': world.idOf('mentor'),
  };
  for (const door of spreadOut(await builtDoors())) {
    if (!door.canRead || door.isResource) continue;
    const beginningOf = door.pattern.slice(1, Math.max(1, door.pattern.indexOf('/:')));
    const path = door.pattern.replace('/:token?', '').replace(':id', ids[beginningOf] ?? 'x');
    const sections = path.includes(':section')
      ? ['organization', 'team', 'services', 'plan', 'documents']
      : [''];
    for (const section of sections)
      for (const who of [null, draft.lead, 'manager', 'director', 'admin', 'auditor'])
        await look(who, path.replace(':section', section));
  }
  return [...found.values()];
}
