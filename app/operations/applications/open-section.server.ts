import { columnsOfSection } from '#app/domain/forms/applicant-columns.ts';
import {
  type ApplicationSection,
  applicationSections,
  sectionFields,
} from '#app/domain/forms/application-form.ts';
import type { DocumentRef, Field, Values } from '#app/domain/forms/field.ts';
import { rawValues } from '#app/domain/forms/raw-values.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { roleToSend } from '#app/domain/policy/can.ts';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { sectionsOf } from '#db/reads/applications.server.ts';
import { documentsOf } from '#db/reads/documents.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { editableApplication } from './editable.server.ts';
import { readSection, type Typed } from './saved-section.ts';

/** One section of an application's form, to be filled in. */
export interface SectionView {
  readonly applicationId: string;
  readonly organizationName: string;
  readonly section: ApplicationSection;
  /** 1 for the first. */
  readonly place: number;
  readonly count: number;
  readonly next: ApplicationSection | null;
  readonly fields: readonly Field[];
  readonly raw: Typed;
  readonly documents: Readonly<Record<string, readonly DocumentRef[]>>;
  readonly version: number;
  readonly complete: boolean;
  readonly savedAt: string | null;
  readonly key: string;
  /** The type of the organization decides what is asked: this part says it, and a draft's can still be changed by its lead. */
  readonly mayChangeKind: boolean;
}

/** Opens a section. Refusals: `unseen`, `notYours`, `application.notEditable`. */
export async function openSection(
  house: House,
  actor: Actor,
  id: string,
  name: string,
): Promise<Result<SectionView>> {
  const db = house.store.read;
  const section = applicationSections.find((each) => each === name);
  if (section === undefined) return refused(refusal('unseen'));
  const found = await editableApplication(db, actor, id, house.clock.now());
  if (!found.ok) return found;
  const { row, context, subject, today } = found.value;
  const fields = sectionFields(section, context.track, today);
  const saved = (await sectionsOf(db, id)).find((each) => each.section === section);
  const stored = saved && readSection(saved.values);
  const place = applicationSections.indexOf(section) + 1;
  return done({
    applicationId: id,
    organizationName: row.organization_name,
    section,
    place,
    count: applicationSections.length,
    next: applicationSections[place] ?? null,
    fields,
    raw:
      stored?.typed ??
      rawValues(stored?.values ?? (await known(house, row.organization_id, section)), fields),
    documents: section === 'documents' ? await documentsBySlot(house, id) : {},
    version: saved?.version ?? 0,
    complete: saved?.complete === 1,
    savedAt: saved?.saved_at ?? null,
    key: newKey(),
    mayChangeKind:
      section === 'organization' &&
      row.state === 'draft' &&
      roleToSend(actor, lifecycleNamed('application'), subject, 'change_kind') !== null,
  });
}

/** What the register says of the organization already: nobody types it twice. */
async function known(house: House, organizationId: string, section: ApplicationSection): Promise<Values> {
  const organization = await organizationById(house.store.read, organizationId);
  if (organization === undefined) return {};
  return Object.fromEntries(
    columnsOfSection(section).flatMap(([field, column]) => {
      const stored = organization[column];
      if (stored === null) return [];
      return [[field, field === 'fields' ? (JSON.parse(String(stored)) as readonly string[]) : stored]];
    }),
  );
}

async function documentsBySlot(house: House, id: string): Promise<Record<string, readonly DocumentRef[]>> {
  const bySlot: Record<string, DocumentRef[]> = {};
  for (const { id: documentId, slot, name, sha256, size } of await documentsOf(
    house.store.read,
    'application',
    id,
  )) {
    const slotted = bySlot[slot] ?? [];
    slotted.push({ id: documentId, name, sha256, size });
    bySlot[slot] = slotted;
  }
  return bySlot;
}
