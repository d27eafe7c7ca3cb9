import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayRead } from '#app/domain/policy/can.ts';
import { documentById } from '#db/reads/documents.server.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { subjectOf } from '../advance.server.ts';
import type { House } from '../house.ts';

/** A document that this actor may open because they may read its record; undefined when there is none for them. */
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
  if (record === undefined || !mayRead(actor, lifecycleNamed(lifecycle), subjectOf(lifecycle, record)))
    return undefined;
  return document;
}
