import type { Values } from '#app/domain/forms/field.ts';
import { textOf } from '#app/domain/forms/values.ts';
import { done, type Result } from '#app/domain/refusal.ts';
import { placeOfCenter } from '#db/reads/admin.server.ts';
import { updateCenter } from '#db/writes/admin-centers.server.ts';
import type { House } from '../house.ts';
import { type AdminEdit, type AdminRefusal, administer, changedMeanwhile } from './administer.server.ts';

/** Changes what a center says of itself. Refusals: `unseen`, `admin.changedMeanwhile`. */
export const editCenter = (
  house: House,
  asked: AdminEdit & { readonly values: Values },
): Promise<Result<{ readonly id: string }, AdminRefusal>> =>
  administer(
    house,
    asked,
    { ability: 'center.edit', place: (trx) => placeOfCenter(trx, asked.id) },
    async (trx) => {
      const change = {
        name: textOf(asked.values, 'name'),
        name_en: textOf(asked.values, 'nameEn'),
        address: textOf(asked.values, 'address'),
        phone: textOf(asked.values, 'phone'),
        introduction: textOf(asked.values, 'introduction'),
        introduction_en: textOf(asked.values, 'introductionEn'),
      };
      if (!(await updateCenter(trx, asked.id, asked.version, change))) return changedMeanwhile();
      return done({ answer: { id: asked.id }, detail: { centerId: asked.id, ...change } });
    },
  );
