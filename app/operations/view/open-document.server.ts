import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { objectionSettlers } from '#app/domain/lifecycles/objections.ts';
import { type Actor, rolesToward } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { isDocumentApart } from '#db/reads/apart.server.ts';
import { documentById } from '#db/reads/documents.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../subject-for.server.ts';

/**
 * A document that this actor may open because they may read its record; undefined when there is none for them. What
 * an objector sent as evidence may tell who objected: it opens to those who settle objections, as the words do.
 */
export async function openDocument(
  house: House,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly mime: string; readonly sha256: string } | undefined> {
  const document = await documentById(house.store.read, id);
  if (document === undefined) return undefined;
  const lifecycle = lifecycleNames.find((name) => name === document.lifecycle);
  // What belongs to no lifecycle (a register that was imported) has a door of its own.
  if (lifecycle === undefined) return undefined;
  const record = await loadRecord(house.store.read, lifecycle, document.record_id);
  if (record === undefined) return undefined;
  const subject = subjectOf(lifecycle, record);
  if (!mayRead(actor, lifecycleNamed(lifecycle), subject)) return undefined;
  const settles = rolesToward(actor, subject).some((role) => objectionSettlers.includes(role));
  const isHidden =
    !settles && (await isDocumentApart(house.store.read, lifecycle, document.record_id, document.id));
  return isHidden ? undefined : document;
}
