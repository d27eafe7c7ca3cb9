import { columnsOfSection } from '#app/domain/forms/applicant-columns.ts';
import {
  type ApplicationSection,
  applicationSections,
  sectionFields,
} from '#app/domain/forms/application-form.ts';
import type { Field, Values } from '#app/domain/forms/field.ts';
import type { FormInput } from '#app/domain/forms/form-input.ts';
import { columnValue } from '#app/domain/forms/organization-form.ts';
import { readValues, readWhatIsRight } from '#app/domain/forms/schema.ts';
import { textOf } from '#app/domain/forms/values.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { normaliseUscc } from '#app/domain/uscc.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { sectionsOf } from '#db/reads/applications.server.ts';
import { organizationById } from '#db/reads/organizations.server.ts';
import { namesOf } from '#db/reads/people.server.ts';
import { sameInCenter } from '#db/reads/register.server.ts';
import { renameOnRecords, updateOrganization } from '#db/writes/organizations.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';
import { putSection } from '#db/writes/sections.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { editableApplication } from './editable.server.ts';
import { storedSection, type Typed } from './saved-section.ts';

export interface SectionToSave {
  readonly actor: Actor;
  readonly id: string;
  readonly section: string;
  readonly input: FormInput;
  /** The version that the person saw, 0 for none; left out, whatever is there is replaced. */
  readonly version?: number;
}

/** What became of it: a section with something wrong is kept as a draft. */
export interface SavedSection {
  readonly version: number;
  readonly savedAt: string;
  readonly wrong: readonly FieldRefusal[];
}

type Organization = NonNullable<Awaited<ReturnType<typeof organizationById>>>;

/**
 * Saves a section of the form, whether it is complete or not; what the register keeps too goes there. Refusals: `unseen`,
 * `notYours`, `application.notEditable`, `changedMeanwhile`. What is wrong with the answers is no refusal: see `wrong`.
 */
export function saveSection(house: House, asked: SectionToSave): Promise<Result<SavedSection>> {
  const at = house.clock.now();
  return writeOrUndo(house.store, async (trx) => {
    const section = applicationSections.find((each) => each === asked.section && each !== 'documents');
    if (section === undefined) return refused(refusal('unseen'));
    const found = await editableApplication(trx, asked.actor, asked.id, at);
    if (!found.ok) return found;
    const { row, context, today } = found.value;
    const saved = (await sectionsOf(trx, asked.id)).find((each) => each.section === section);
    const version = saved?.version ?? 0;
    if (asked.version !== undefined && asked.version !== version) {
      const names = await namesOf(trx, saved ? [saved.saved_by] : []);
      const name = names.get(saved?.saved_by ?? '') ?? '';
      return refused(refusal('changedMeanwhile', { name, at: saved?.saved_at ?? '' }));
    }
    const organization = await organizationById(trx, row.organization_id);
    if (organization === undefined) return refused(refusal('unseen'));
    const fields = sectionFields(section, context.track, today);
    const judged = await judge(trx, organization, section, fields, asked.input, today);
    await putSection(trx, {
      application_id: asked.id,
      section,
      values: storedSection(judged.values, judged.wrong.length > 0 ? typedIn(fields, asked.input) : null),
      complete: judged.wrong.length === 0 ? 1 : 0,
      version: version + 1,
      saved_at: at,
      saved_by: asked.actor.personId ?? '',
    });
    await tellRegister(trx, organization, section, judged.values, at);
    return done({ version: version + 1, savedAt: at, wrong: judged.wrong });
  });
}

interface Judged {
  readonly values: Values;
  readonly wrong: readonly FieldRefusal[];
}

async function judge(
  trx: OpenTransaction,
  organization: Organization,
  section: ApplicationSection,
  fields: readonly Field[],
  input: FormInput,
  today: string,
): Promise<Judged> {
  const read = readValues(fields, input, { today });
  const right = read.ok ? read.value : readWhatIsRight(fields, input, { today });
  const wrong = read.ok ? [] : read.refusals;
  return section === 'organization'
    ? judgeCode(trx, organization, right, wrong, input)
    : { values: right, wrong };
}

/** A code that another organization of the center has; and one that was accepted by its certificate, however odd. */
async function judgeCode(
  trx: OpenTransaction,
  organization: Organization,
  values: Values,
  wrong: readonly FieldRefusal[],
  input: FormInput,
): Promise<Judged> {
  const typed = normaliseUscc(input.get('uscc') ?? '');
  if (organization.uscc_inspected !== null && typed !== '' && typed === organization.uscc)
    return { values: { ...values, uscc: typed }, wrong: wrong.filter((each) => each.field !== 'uscc') };
  const code = textOf(values, 'uscc');
  if (code === '') return { values, wrong };
  const other = await sameInCenter(trx, organization.center_id, organization.id, 'uscc', code);
  if (other === undefined) return { values, wrong };
  const { uscc: _taken, ...rest } = values;
  return { values: rest, wrong: [...wrong, { field: 'uscc', ...refusal('application.codeTaken') }] };
}

/** What the register keeps too, as far as it is answered and another than before. */
async function tellRegister(
  trx: OpenTransaction,
  organization: Organization,
  section: ApplicationSection,
  values: Values,
  at: string,
): Promise<void> {
  const changes = columnsOfSection(section).flatMap(([field, column]) => {
    if (values[field] === undefined) return [];
    const value = columnValue(values, field);
    return value === organization[column] ? [] : [[column, value] as const];
  });
  if (changes.length === 0) return;
  const change = Object.fromEntries(changes);
  const kept = await updateOrganization(trx, organization.id, organization.version, {
    ...change,
    updated_at: at,
  });
  if (!kept) throw new Error('An organization moved inside a transaction that holds the write lock');
  const name = change.name;
  if (typeof name !== 'string') return;
  await renameOnRecords(trx, organization.id, name);
  await indexOrganizationName(trx, organization.id, name);
}

/** What was typed into the inputs of these fields. */
function typedIn(fields: readonly Field[], input: FormInput): Typed {
  const names = input
    .names()
    .filter((name) =>
      fields.some(
        (field) => field.name === name || (field.kind === 'rows' && name.startsWith(`${field.name}.`)),
      ),
    );
  return Object.fromEntries(
    names.map((name) => {
      const texts = input.all(name);
      return [name, texts.length === 1 ? (texts[0] ?? '') : texts];
    }),
  );
}
