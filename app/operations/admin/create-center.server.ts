import { shippedCalendarDays, shippedYears } from '#app/domain/chinese-calendar-days.ts';
import { shippedRubrics } from '#app/domain/rubrics/shipped.ts';
import { type Settings, settingsWith } from '#app/domain/settings.ts';
import { defaultLocale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { markYearsKnown, putCalendarDays } from '#db/writes/admin-calendar.server.ts';
import { insertCenter } from '#db/writes/admin-centers.server.ts';
import { insertProgram } from '#db/writes/admin-programs.server.ts';
import { insertRubrics } from '#db/writes/admin-rubrics.server.ts';
import { insertSeats } from '#db/writes/admin-seats.server.ts';
import type { House } from '../house.ts';

/** What a new center is told apart by; everything else it begins with comes with the product. */
export interface CenterPlan {
  readonly name: string;
  readonly nameEn: string;
  /** Division code (GB/T 2260, with street digits where there is one). */
  readonly regionCode: string;
  readonly address: string;
  readonly phone: string;
  readonly introduction: string;
  readonly introductionEn: string;
  /** How many seats it has, numbered from 01. */
  readonly seats: number;
  readonly programName?: string;
  readonly settings?: Partial<Settings>;
}

/** Creates a center ready to work, in a transaction of its own; answers its id. */
export const createCenter = (house: House, plan: CenterPlan): Promise<string> =>
  house.store.write((trx) => layOutCenter(trx, house.clock.now(), plan));

/**
 * The center with all it begins with: one program with the default figures, the shipped rubrics published as
 * version 1, the working days of every year known, and its seats.
 */
export async function layOutCenter(trx: OpenTransaction, at: string, plan: CenterPlan): Promise<string> {
  const say = translator(defaultLocale);
  const centerId = newId(at);
  await insertCenter(trx, {
    id: centerId,
    name: plan.name,
    name_en: plan.nameEn,
    region_code: plan.regionCode,
    address: plan.address,
    phone: plan.phone,
    introduction: plan.introduction,
    introduction_en: plan.introductionEn,
    version: 1,
  });
  await insertProgram(trx, {
    id: newId(at),
    center_id: centerId,
    name: plan.programName ?? say('admin.program.first'),
    settings: JSON.stringify(settingsWith(plan.settings)),
    version: 1,
    created_at: at,
  });
  await insertRubrics(
    trx,
    shippedRubrics.map((rubric) => ({
      id: newId(at),
      center_id: centerId,
      rubric: rubric.id,
      version: 1,
      content: JSON.stringify({ ...rubric, version: 1 }),
      published_at: at,
      edited_at: at,
    })),
  );
  await putCalendarDays(trx, centerId, shippedCalendarDays());
  await markYearsKnown(trx, centerId, shippedYears());
  await insertSeats(
    trx,
    Array.from({ length: plan.seats }, (_, i) => ({
      id: newId(at),
      center_id: centerId,
      code: String(i + 1).padStart(2, '0'),
      room: say('admin.seat.firstRoom'),
      status: 'free',
      organization_id: null,
      version: 1,
    })),
  );
  return centerId;
}
