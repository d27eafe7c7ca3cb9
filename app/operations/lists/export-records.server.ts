import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import type { ListScope } from '#app/domain/policy/scope.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import { type ApplicationMilestones, milestonesOf, submissionsOf } from '#db/reads/applications.server.ts';
import { type ListRequest, type ListRow, listRecords } from '#db/reads/lists.server.ts';
import type { RegisterRequest, RegisterRow, RegisterScope } from '#db/reads/register.server.ts';
import { registerPage } from '#db/reads/register.server.ts';
import type { House } from '../house.ts';
import { note } from '../people/security-log.server.ts';

/** So many rows a file holds at most; who needs more filters. */
export const MOST_ROWS = 10_000;
/** So many are read at a time, in a few milliseconds; in between, the server answers others. */
const AT_ONCE = 50;

interface Exporter {
  readonly personId: string;
  readonly address: string;
  /** What was asked for, as the log keeps it: the filter of the address, without what was searched. */
  readonly detail: Readonly<Record<string, string>>;
}

export interface Exported<Row> {
  readonly rows: readonly Row[];
  /** There were more than a file holds. */
  readonly cut: boolean;
}

/** Every row of a list, page by page; who took how much of what stands in the security log before anything is handed out. */
async function take<Row>(
  house: House,
  by: Exporter,
  page: (
    after: string | undefined,
  ) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Promise<Exported<Row>> {
  const rows: Row[] = [];
  let next: string | null | undefined;
  do {
    const found = await page(next ?? undefined);
    rows.push(...found.rows);
    next = found.next;
    await nextTurn();
  } while (next !== null && rows.length < MOST_ROWS);
  const kept = rows.slice(0, MOST_ROWS);
  const at = house.clock.now();
  await house.store.write((trx) =>
    note(trx, {
      kind: 'list_exported',
      at,
      personId: by.personId,
      address: by.address,
      detail: JSON.stringify({ ...by.detail, rows: kept.length }),
    }),
  );
  return { rows: kept, cut: next !== null || rows.length > MOST_ROWS };
}

/** A record as a file needs it; an application with what became of it on its way. */
export type ExportedRecord = ListRow & {
  readonly submittedAt: string | null;
  readonly milestones: ApplicationMilestones | null;
};

/** A list of records as a file needs it. */
export async function exportRecords(
  house: House,
  by: Exporter,
  lifecycle: LifecycleName,
  scope: ListScope,
  filter: Pick<ListRequest, 'sort' | 'q' | 'state' | 'exceptOrganizations'>,
): Promise<Exported<ExportedRecord>> {
  const db = house.store.read;
  return take(house, by, async (after) => {
    const page = await listRecords(db, lifecycle, scope, {
      ...filter,
      size: AT_ONCE,
      ...(after === undefined ? {} : { after }),
    });
    const ids = page.rows.map(({ id }) => id);
    const isApplications = lifecycle === 'application';
    const submitted = isApplications ? await submissionsOf(db, ids) : null;
    const milestones = isApplications ? await milestonesOf(db, ids) : null;
    return {
      rows: page.rows.map((row) => ({
        ...row,
        submittedAt: submitted?.get(row.id) ?? null,
        milestones: milestones?.get(row.id) ?? null,
      })),
      next: page.next,
    };
  });
}

/** The register of organizations as a file needs it. */
export const exportRegister = (
  house: House,
  by: Exporter,
  scope: RegisterScope,
  filter: Omit<RegisterRequest, 'after' | 'before' | 'size'>,
): Promise<Exported<RegisterRow>> =>
  take(house, by, (after) => registerPage(house.store.read, scope, { ...filter, size: AT_ONCE, after }));
