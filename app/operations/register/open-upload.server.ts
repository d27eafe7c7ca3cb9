import { readGrid } from '#app/documents/register-grid.server.ts';
import { localDate } from '#app/domain/calendar.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { formInputOf } from '#app/domain/forms/form-input.ts';
import { readValues } from '#app/domain/forms/schema.ts';
import { numberOf, textOf } from '#app/domain/forms/values.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { Grid, Mapping } from '#app/domain/register/index.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import { programsOf } from '#db/reads/admin.server.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { importDocument } from '#db/reads/import-runs.server.ts';
import { knownInCenter } from '#db/reads/register-known.server.ts';
import type { House } from '../house.ts';
import { choiceFields, columnsOf, firstChoices, mappingOf } from './choices.ts';
import { type ImportCenter, importCenter } from './import-access.server.ts';
import { type ImportPlan, planImport } from './plan.ts';

/** What was typed of the choices, by input name; what is missing keeps its first value. */
export type TypedChoices = Readonly<Record<string, string>>;

/** An uploaded register as its owner sees it before it is imported. */
export interface OpenedUpload {
  readonly runId: string;
  readonly center: ImportCenter;
  readonly fileName: string;
  readonly grid: Grid;
  readonly fields: { readonly columns: readonly Field[]; readonly others: readonly Field[] };
  /** What stands in the inputs. */
  readonly typed: TypedChoices;
  readonly mapping: Mapping;
  readonly termMonths: number;
  readonly programId: string;
  /** What an import would do; null where the choices or the headings do not allow to say. */
  readonly plan: ImportPlan | null;
  readonly refusals: readonly (Refusal | FieldRefusal)[];
}

/** The register that this actor uploaded, with what an import of it would do; undefined when there is none for them. */
export async function openUpload(
  house: House,
  files: FileStore,
  actor: Actor,
  runId: string,
  typed: TypedChoices,
): Promise<OpenedUpload | undefined> {
  const db = house.store.read;
  const upload = await importDocument(db, runId, 'register');
  if (upload === undefined || actor.personId === null || upload.uploaded_by !== actor.personId)
    return undefined;
  const center = await importCenter(db, actor, upload.center_id);
  const programs = await programsOf(db, upload.center_id);
  const newest = programs.at(-1);
  const bytes = await files.read(upload.sha256);
  if (center === undefined || newest === undefined || bytes === undefined) return undefined;
  const grid = await readGrid(bytes, upload.name);
  if (!grid.ok) return undefined;
  const columns = columnsOf(grid.value);
  const chosen = programs.find((program) => program.id === typed.program) ?? newest;
  const choices = {
    ...firstChoices(columns, { id: chosen.id, termMonths: chosen.settings.termMonths }),
    ...typed,
  };
  const fields = choiceFields(columns, programs);
  const calendar = await calendarOfCenter(db, center.id);
  const today = localDate(house.clock.now(), calendar);
  const values = readValues([...fields.columns, ...fields.others], formInputOf(Object.entries(choices)), {
    today,
  });
  const said = values.ok ? mappingOf(columns, values.value) : { mapping: {}, refusals: values.refusals };
  const termMonths = (values.ok && numberOf(values.value, 'term')) || chosen.settings.termMonths;
  const programId = (values.ok && textOf(values.value, 'program')) || chosen.id;
  const opened = {
    runId,
    center,
    fileName: upload.name,
    grid: grid.value,
    fields,
    typed: choices,
    mapping: said.mapping,
    termMonths,
    programId,
  };
  if (said.refusals.length > 0) return { ...opened, plan: null, refusals: said.refusals };
  const known = await knownInCenter(db, center.id, nextTurn);
  const plan = await planImport(grid.value, { today, known, mapping: said.mapping, termMonths });
  return plan.ok
    ? { ...opened, plan: plan.value, refusals: [] }
    : { ...opened, plan: null, refusals: plan.refusals };
}
