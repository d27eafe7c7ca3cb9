import { localDate } from '#app/domain/calendar.ts';
import type { Field, Values } from '#app/domain/forms/field.ts';
import { registerFields } from '#app/domain/forms/organization-form.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { calendarOfCenter } from '#db/reads/calendar.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { accessOrganization } from './register-access.server.ts';
import { registerValues } from './update-organization.server.ts';

/** The form of an organization's data in the register, as its manager finds it. */
export interface RegisterForm {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly key: string;
  readonly today: string;
}

/** Opens the form, or answers undefined when the actor may not change this organization, or there is none for them. */
export async function openRegisterForm(
  house: House,
  actor: Actor,
  id: string,
): Promise<RegisterForm | undefined> {
  const db = house.store.read;
  const access = await accessOrganization(db, actor, id);
  if (access === undefined || !access.mayEdit) return undefined;
  const { organization } = access;
  const today = localDate(house.clock.now(), await calendarOfCenter(db, organization.center_id));
  return {
    id,
    name: organization.name,
    version: organization.version,
    fields: registerFields({ today, codeInspected: organization.uscc_inspected !== null }),
    values: registerValues(organization),
    key: newKey(),
    today,
  };
}
