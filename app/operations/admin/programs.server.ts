import type { Values } from '#app/domain/forms/field.ts';
import { settingConflicts, settingsOf } from '#app/domain/forms/program-form.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { done, type Result, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import { placeOf, placeOfCenter, programById } from '#db/reads/admin.server.ts';
import { insertProgram, updateProgram } from '#db/writes/admin-programs.server.ts';
import type { House } from '../house.ts';
import {
  type AdminAsked,
  type AdminEdit,
  type AdminRefusal,
  administer,
  changedMeanwhile,
} from './administer.server.ts';

type Answer = Result<{ readonly id: string }, AdminRefusal>;

/** Creates a program with its figures. Refusals: `unseen`, `setting.*` (figures that contradict each other). */
export const createProgram = (
  house: House,
  asked: AdminAsked & { readonly centerId: string; readonly values: Values },
): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'program.edit', place: (trx) => placeOfCenter(trx, asked.centerId) },
    async (trx, at) => {
      const settings = settingsOf(asked.values);
      const conflicts = settingConflicts(settings);
      if (conflicts.length > 0) return refused(...conflicts);
      const id = newId(at);
      const name = textOf(asked.values, 'name');
      await insertProgram(trx, {
        id,
        center_id: asked.centerId,
        name,
        settings: JSON.stringify(settings),
        version: 1,
        created_at: at,
      });
      return done({ answer: { id }, detail: { programId: id, name } });
    },
  );

/**
 * Changes a program's name and figures. Records under way keep the figures that they began with; only what begins
 * from now on takes the new ones. Refusals: `unseen`, `setting.*`, `admin.changedMeanwhile`.
 */
export const editProgram = (house: House, asked: AdminEdit & { readonly values: Values }): Promise<Answer> =>
  administer(
    house,
    asked,
    { ability: 'program.edit', place: (trx) => placeOf(trx, 'program', asked.id) },
    async (trx) => {
      const settings = settingsOf(asked.values);
      const conflicts = settingConflicts(settings);
      if (conflicts.length > 0) return refused(...conflicts);
      const before = await programById(trx, asked.id);
      const change = { name: textOf(asked.values, 'name'), settings: JSON.stringify(settings) };
      if (!(await updateProgram(trx, asked.id, asked.version, change))) return changedMeanwhile();
      return done({
        answer: { id: asked.id },
        detail: {
          programId: asked.id,
          before: JSON.stringify(before?.settings ?? {}),
          after: change.settings,
        },
      });
    },
  );
