import { type ReturnedFile, writeBadRows } from '#app/documents/register-write.server.ts';
import { localDate } from '#app/domain/calendar.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { done, type FieldRefusal, type Refusal, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { Grid, Mapping } from '#app/domain/register/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { FileStore } from '#app/outside/files.server.ts';
import { idsInOrder } from '#app/outside/new-id.server.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { programsOf } from '#db/reads/admin.server.ts';
import { importDocuments, importRunById } from '#db/reads/import-runs.server.ts';
import { knownInCenter } from '#db/reads/register-known.server.ts';
import { insertDocuments } from '#db/writes/engine.server.ts';
import { insertImportRun, removeUploadedRegisters } from '#db/writes/import.server.ts';
import { insertSecurityEvent } from '#db/writes/security-events.server.ts';
import { workAt } from '../engine/begin-work.server.ts';
import type { Sent } from '../engine/move.server.ts';
import { writeOrUndo } from '../engine/undo.ts';
import type { House } from '../house.ts';
import { bringIn } from './bring-in.server.ts';
import { type ImportFigures, planImport } from './plan.ts';

export interface ImportAsked {
  /** One for each file that is to be imported: the same again has no further effect. */
  readonly runId: string;
  readonly centerId: string;
  readonly grid: Grid;
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly termMonths: number;
  readonly programId: string;
  /** How many organizations the person was shown to come in; another number is refused. */
  readonly shown?: number;
  readonly actor: Actor;
  readonly by: NonNullable<Sent['by']>;
  readonly locale: Locale;
  readonly requestId: string;
  readonly address: string;
}

export interface Imported {
  readonly runId: string;
  readonly good: number;
  readonly bad: number;
  readonly figures: ImportFigures;
  /** The rows that stayed out, to be mended and imported again; null when there are none, or when this was done before. */
  readonly rejected: ReturnedFile | null;
}

type Asking = { readonly files: FileStore };

/**
 * Imports the good rows of a register into a center, all in one transaction, and keeps the bad ones as a file of the
 * same form. Who may do it was asked by the caller. Refusals: `register.noHeader`, `register.noNameColumn`,
 * `import.changedMeanwhile` (the register of the center is another than when it was shown), `import.program`,
 * `file.noSpace`.
 */
export async function importRegister(
  house: House,
  { files }: Asking,
  asked: ImportAsked,
): Promise<Result<Imported, Refusal | FieldRefusal>> {
  return writeOrUndo<Imported, Refusal | FieldRefusal>(house.store, async (trx) => {
    const before = await importRunById(trx, asked.runId);
    if (before !== undefined) {
      const { good, bad } = before;
      return done({ runId: asked.runId, good, bad, figures: noFigures, rejected: null });
    }
    const at = house.clock.now();
    const work = workAt(trx, at, asked.actor, asked.requestId);
    const calendar = await work.calendarOf(asked.centerId);
    const program = (await programsOf(trx, asked.centerId)).find((p) => p.id === asked.programId);
    if (program === undefined) return refused(refusal('import.program'));
    const plan = await planImport(asked.grid, {
      today: localDate(at, calendar),
      known: await knownInCenter(trx, asked.centerId, nextTurn),
      mapping: asked.mapping,
      termMonths: asked.termMonths,
    });
    if (!plan.ok) return plan;
    const { incoming, reading, figures } = plan.value;
    if (asked.shown !== undefined && asked.shown !== incoming.length)
      return refused(refusal('import.changedMeanwhile', { shown: asked.shown, now: incoming.length }));
    const newId = idsInOrder(at);
    await bringIn(work, {
      centerId: asked.centerId,
      rows: incoming,
      settings: program.settings,
      by: asked.by,
      newId,
    });
    const rejected =
      reading.counts.bad === 0 ? null : writeBadRows(asked.grid, reading, asked.fileName, asked.locale);
    if (rejected !== null) {
      const stored = await files.put(rejected.bytes);
      if (!stored.ok) return stored;
      await insertDocuments(trx, [
        {
          id: newId(),
          center_id: asked.centerId,
          lifecycle: importDocuments,
          record_id: asked.runId,
          slot: 'rejected',
          name: rejected.name,
          mime: rejected.contentType,
          size: stored.value.size,
          sha256: stored.value.sha256,
          uploaded_by: asked.actor.personId,
          uploaded_at: at,
          removed_at: null,
        },
      ]);
    }
    await remember(trx, asked, at, { good: incoming.length, bad: reading.counts.bad }, newId());
    return done({ runId: asked.runId, good: incoming.length, bad: reading.counts.bad, figures, rejected });
  });
}

const noFigures: ImportFigures = { incubations: 0, proposed: 0, past: 0 };

async function remember(
  trx: OpenTransaction,
  asked: ImportAsked,
  at: string,
  counts: { readonly good: number; readonly bad: number },
  eventId: string,
): Promise<void> {
  await insertImportRun(trx, {
    id: asked.runId,
    center_id: asked.centerId,
    person_id: asked.actor.personId,
    file_name: asked.fileName,
    ...counts,
    created_at: at,
  });
  await insertSecurityEvent(trx, {
    id: eventId,
    at,
    kind: 'register.imported',
    person_id: asked.actor.personId,
    address: asked.address,
    detail: JSON.stringify({ requestId: asked.requestId, runId: asked.runId, ...counts }),
  });
  if (asked.actor.personId !== null)
    await removeUploadedRegisters(trx, asked.centerId, asked.actor.personId, at);
}
