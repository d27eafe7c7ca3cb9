import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { type Actor, type Role, rolesToward } from '#app/domain/policy/actor.ts';
import type { CallRanking, RankedLine } from '#app/domain/scoring/call-ranking.ts';
import { rankApplications } from '#app/domain/scoring/ranking.ts';
import { callById } from '#db/reads/calls.server.ts';
import { applicationsOfCall, type CallApplication } from '#db/reads/ranking.server.ts';
import { type LoadedRecord, loadRecord } from '#db/reads/records.server.ts';
import type { House } from '../house.ts';
import { subjectOf } from '../subject-for.server.ts';

/** Who sees the ranking of a call: those who prepare and take the decision, never the panel or the applicants. */
const rankingReaders: readonly Role[] = ['director', 'supervisor', 'manager'];

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
