import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import { type Actor, type Role, rolesToward } from '#app/domain/policy/actor.ts';
import { rankApplications } from '#app/domain/scoring/ranking.ts';
import { callById } from '#db/reads/calls.server.ts';
import { applicationsOfCall, type CallApplication } from '#db/reads/ranking.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import { subjectOf } from '../advance.server.ts';
import type { House } from '../house.ts';

/** Who sees the ranking of a call: those who prepare and take the decision, never the panel or the applicants. */
const rankingReaders: readonly Role[] = ['director', 'supervisor', 'manager'];

/** An application whose review is closed, in its place. */
export interface RankedLine {
  readonly id: string;
  readonly number: string | null;
  readonly organizationName: string;
  readonly state: string;
  readonly tone: Tone;
  readonly rank: number;
  /** The last thing that told it from those beside it. */
  readonly decidedBy: string;
  readonly needsLot: boolean;
  /** Points; null to a reader who has no part in this application (recused, or an office in the organization). */
  readonly panel: {
    readonly score: number;
    readonly highest: number;
    readonly lowest: number;
    readonly spreadFlagged: boolean;
    /** Totals in the order of the panel's list. */
    readonly totals: readonly { readonly points: number; readonly dropped: boolean }[];
  } | null;
  readonly vetoed: boolean;
}

/** The ranking of a call (评分汇总表). */
export interface CallRanking {
  readonly applicationId: string;
  readonly call: { readonly id: string; readonly title: string; readonly quota: number | null };
  readonly lines: readonly RankedLine[];
  /** Applications whose review is still open, by name only: the ranking stands once there are none. */
  readonly open: readonly {
    readonly id: string;
    readonly organizationName: string;
    readonly state: string;
  }[];
  readonly pass: number;
  readonly max: number;
  /** Panel members of the largest panel: as many columns has the table. */
  readonly seats: number;
}

/** The ranking of the call that an application belongs to, or undefined when there is none for this actor. */
export async function rankCall(
  house: House,
  actor: Actor,
  applicationId: string,
): Promise<CallRanking | undefined> {
  const db = house.store.read;
  const record = await loadRecord(db, 'application', applicationId);
  if (record === undefined || record.row.parent_id === null) return undefined;
  if (!reads(actor, record)) return undefined;
  const call = await callById(db, record.row.parent_id);
  if (call === undefined) return undefined;
  const applications = await applicationsOfCall(db, call.id);
  const closed = applications.filter((a) => a.context.score !== null);
  const lines = linesOf(actor, closed);
  return {
    applicationId,
    call: { id: call.id, title: call.title, quota: call.quota },
    lines,
    open: applications.filter(isOpen).map((a) => ({
      id: a.row.id,
      organizationName: a.row.organization_name,
      state: a.row.state,
    })),
    pass: closed[0]?.context.settings.entryPass ?? 0,
    max: closed[0]?.context.rubric?.max ?? 100,
    seats: Math.max(0, ...lines.map((line) => line.panel?.totals.length ?? 0)),
  };
}

const reads = (actor: Actor, record: LoadedRecord): boolean =>
  rolesToward(actor, subjectOf('application', record)).some((role) => rankingReaders.includes(role));

/** Neither reviewed nor ended. */
const isOpen = ({ row, context }: CallApplication): boolean =>
  context.score === null && !isFinal(lifecycleNamed('application'), row.state);

function linesOf(actor: Actor, closed: readonly CallApplication[]): readonly RankedLine[] {
  const ranked = rankApplications(
    closed.flatMap(({ row, context: { score } }) =>
      score === null
        ? []
        : [{ id: row.id, score: score.score, tieCriterion: score.tieCriterion, median: score.median }],
    ),
  );
  const byId = new Map(closed.map((a) => [a.row.id, a]));
  return ranked.flatMap((place): RankedLine[] => {
    const application = byId.get(place.id);
    if (application === undefined) return [];
    const { row, context } = application;
    return [
      {
        id: row.id,
        number: row.number,
        organizationName: row.organization_name,
        state: row.state,
        tone: lifecycleNamed('application').tones[row.state] ?? 'neutral',
        rank: place.rank,
        decidedBy: place.decidedBy,
        needsLot: place.needsLot,
        panel: reads(actor, application) ? panelOf(application) : null,
        vetoed: context.vetoed,
      },
    ];
  });
}

function panelOf({ context: { score, panel } }: CallApplication): RankedLine['panel'] {
  if (score === null) return null;
  const place = (personId: string) => panel.findIndex((m) => m.personId === personId);
  const sheets = [...score.sheets].sort((a, b) => place(a.assessorId) - place(b.assessorId));
  return {
    score: score.score,
    highest: score.highest,
    lowest: score.lowest,
    spreadFlagged: score.spreadFlagged,
    totals: sheets.map((sheet) => ({ points: sheet.total, dropped: sheet.dropped !== null })),
  };
}
