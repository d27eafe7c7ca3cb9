import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import { loadRecord } from '#db/reads/records.server.ts';
import { reportsOfIncubation } from '#db/reads/reports.server.ts';
import { newKey } from '../engine/idempotency.server.ts';
import type { House } from '../house.ts';
import { amendmentOpenOf, whatKeepsFromAsking } from '../request-amendment.server.ts';

/** The page on which the amendment of an accepted report is asked for. */
export interface AmendmentView {
  readonly reportId: string;
  readonly organizationName: string;
  /** Why it cannot be asked for now; empty when it can. */
  readonly reasons: readonly Refusal[];
  readonly key: string;
}

/** Looks whether an amendment may be asked for. Refusals: `unseen`; `notYours` for readers in other roles. */
export async function viewAmendment(
  house: House,
  actor: Actor,
  reportId: string,
): Promise<Result<AmendmentView>> {
  const db = house.store.read;
  const report = await loadRecord(db, 'progress_report', reportId);
  if (report === undefined) return refused(refusal('unseen'));
  const kept = whatKeepsFromAsking(actor, report);
  if (kept?.code === 'unseen' || kept?.code === 'notYours') return refused(kept);
  const beside = report.row.parent_id === null ? [] : await reportsOfIncubation(db, report.row.parent_id);
  const open = amendmentOpenOf(reportId, beside) === null ? [] : [refusal('progress_report.amendmentOpen')];
  return done({
    reportId,
    organizationName: report.row.organization_name,
    reasons: kept === null ? open : [kept],
    key: newKey(),
  });
}
