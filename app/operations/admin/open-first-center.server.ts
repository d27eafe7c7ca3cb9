import { isRegionCode } from '#app/domain/forms/admin-forms.ts';
import type { Values } from '#app/domain/forms/field.ts';
import { numberOf, textOf } from '#app/domain/forms/values.ts';
import { done, type Result } from '#app/domain/refusal.ts';
import { allCenters } from '#db/reads/centers.server.ts';
import type { House } from '../house.ts';
import { type AdminAsked, type AdminRefusal, administer, refusedAt } from './administer.server.ts';
import { layOutCenter } from './create-center.server.ts';

/**
 * The administrator of a new installation creates its center. Refusals: `unseen`, `admin.regionCode`,
 * `admin.centerThere` (there is one already).
 */
export const openFirstCenter = (
  house: House,
  asked: AdminAsked & { readonly values: Values },
): Promise<Result<{ readonly id: string }, AdminRefusal>> =>
  administer(house, asked, { ability: 'center.create', place: async () => 'instance' }, async (trx, at) => {
    const regionCode = textOf(asked.values, 'regionCode');
    if (!isRegionCode(regionCode)) return refusedAt('regionCode', 'admin.regionCode');
    if ((await allCenters(trx)).length > 0) return refusedAt('name', 'admin.centerThere');
    const name = textOf(asked.values, 'name');
    const id = await layOutCenter(trx, at, {
      name,
      nameEn: textOf(asked.values, 'nameEn'),
      regionCode,
      address: textOf(asked.values, 'address'),
      phone: textOf(asked.values, 'phone'),
      introduction: textOf(asked.values, 'introduction'),
      introductionEn: textOf(asked.values, 'introductionEn'),
      seats: numberOf(asked.values, 'seats') ?? 0,
    });
    return done({ answer: { id }, detail: { centerId: id, name } });
  });
