import type { Values } from '#app/domain/forms/field.ts';
import {
  columnValue,
  type RegisterField,
  registerColumns,
  registerContradictions,
} from '#app/domain/forms/organization-form.ts';
import { textOf } from '#app/domain/forms/values.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { sameInCenter } from '#db/reads/register.server.ts';
import { renameOnRecords, updateOrganization as writeOrganization } from '#db/writes/organizations.server.ts';
import { indexOrganizationName } from '#db/writes/search.server.ts';
import { insertSecurityEvent } from '#db/writes/security-events.server.ts';
import { answeredBefore, rememberAnswer } from '../engine/idempotency.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import { requestOf } from '../guard/request-of.server.ts';
import type { House } from '../house.ts';
import { accessOrganization, type OrganizationRow } from './register-access.server.ts';

export interface OrganizationChange {
  readonly id: string;
  /** Checked values of `registerFields`. */
  readonly values: Values;
  /** The version that the person saw. */
  readonly version: number;
  readonly actor: Actor;
  /** The peer's address, for the security log. */
  readonly address: string;
  readonly idempotency?: { readonly key: string; readonly bodyHash: string };
}

/**
 * Changes what the register says of an organization (manager of its center). The log names the fields that changed,
 * never what stood in them. Refusals: `unseen`, `notYours`, `changedMeanwhile`, `organization.*` by field.
 */
export async function updateOrganization(
  house: House,
  asked: OrganizationChange,
): Promise<Result<{ readonly version: number }, Refusal | FieldRefusal>> {
  return writeOrUndo<{ readonly version: number }, Refusal | FieldRefusal>(house.store, async (trx) => {
    const before = await answeredBefore<{ readonly version: number }>(trx, asked);
    if (before !== undefined) return before;
    const access = await accessOrganization(trx, asked.actor, asked.id);
    if (access === undefined) return refused(refusal('unseen'));
    if (!access.mayEdit) return refused(refusal('notYours'));
    const { organization } = access;
    if (organization.version !== asked.version)
      return refused(refusal('organization.changedMeanwhile', { at: organization.updated_at }));
    const wrong = [
      ...registerContradictions(asked.values),
      ...(await takenIn(trx, organization, asked.values)),
    ];
    if (wrong.length > 0) return refused(...wrong);
    const changed = changedFields(organization, asked.values);
    const answer = { version: organization.version + (changed.length > 0 ? 1 : 0) };
    if (changed.length > 0) await write(trx, house.clock.now(), organization, changed, asked);
    await rememberAnswer(trx, asked, answer, house.clock.now());
    return done(answer);
  });
}

async function write(
  trx: OpenTransaction,
  at: string,
  organization: OrganizationRow,
  changed: readonly RegisterField[],
  asked: OrganizationChange,
): Promise<void> {
  const change = Object.fromEntries(
    changed.map((field) => [registerColumns[field], columnValue(asked.values, field)]),
  );
  const kept = await writeOrganization(trx, organization.id, organization.version, {
    ...change,
    updated_at: at,
  });
  if (!kept) throw new Error('An organization moved inside a transaction that holds the write lock');
  if (changed.includes('organizationName')) {
    const name = textOf(asked.values, 'organizationName');
    await renameOnRecords(trx, organization.id, name);
    await indexOrganizationName(trx, organization.id, name);
  }
  await insertSecurityEvent(trx, {
    id: newId(at),
    at,
    kind: 'organization.changed',
    person_id: asked.actor.personId,
    address: asked.address,
    detail: JSON.stringify({ requestId: requestOf(trx), organizationId: organization.id, fields: changed }),
  });
}

/** Fields whose value is another than the register's. A field that was not asked for keeps its own. */
const changedFields = (organization: OrganizationRow, values: Values): readonly RegisterField[] =>
  (Object.keys(registerColumns) as RegisterField[]).filter((field) => {
    if (field === 'uscc' && organization.uscc_inspected !== null) return false;
    return columnValue(values, field) !== organization[registerColumns[field]];
  });

/** A code or a name that another organization of the center has already. */
async function takenIn(
  trx: OpenTransaction,
  organization: OrganizationRow,
  values: Values,
): Promise<readonly FieldRefusal[]> {
  const wrong: FieldRefusal[] = [];
  for (const [field, column] of [
    ['organizationName', 'name'],
    ['uscc', 'uscc'],
  ] as const) {
    const value = textOf(values, field);
    if (value === '' || value === organization[column]) continue;
    const other = await sameInCenter(trx, organization.center_id, organization.id, column, value);
    if (other !== undefined) wrong.push({ field, ...refusal('organization.taken', { name: other.name }) });
  }
  return wrong;
}

/** An organization's data as the form of the register begins with them. */
export const registerValues = (organization: OrganizationRow): Values =>
  Object.fromEntries(
    (Object.keys(registerColumns) as RegisterField[]).flatMap((field) => {
      const stored = organization[registerColumns[field]];
      if (stored === null) return [];
      return [[field, field === 'fields' ? (JSON.parse(String(stored)) as readonly string[]) : stored]];
    }),
  );
