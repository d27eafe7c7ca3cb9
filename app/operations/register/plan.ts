import { addMonths } from '#app/domain/calendar.ts';
import { done, type Result } from '#app/domain/refusal.ts';
import type { Grid } from '#app/domain/register/index.ts';
import {
  type Known,
  type Mapping,
  type RegisterReading,
  type RegisterRow,
  type RegisterValues,
  readRegisterInSteps,
} from '#app/domain/register/index.ts';
import { nextTurn } from '#app/outside/turns.server.ts';

/** The term with which an organization comes in. */
export interface PlannedTerm {
  readonly joinedOn: string;
  readonly endsOn: string;
  /** The file gives no end: this one is the day of joining and the months that a person confirmed. */
  readonly proposed: boolean;
  /** It has run out already: what it calls for is shown as due now, and nothing fires by itself. */
  readonly past: boolean;
}

export interface PlannedRow extends RegisterRow {
  /** Null for an organization that comes onto the register only, or not at all. */
  readonly term: PlannedTerm | null;
}

export interface ImportPlan {
  readonly reading: RegisterReading;
  readonly rows: readonly PlannedRow[];
  /** The rows that come in, good ones and those with a warning. */
  readonly incoming: readonly PlannedRow[];
  readonly figures: ImportFigures;
}

export interface ImportFigures {
  readonly incubations: number;
  readonly proposed: number;
  readonly past: number;
}

/** What an import of this file would do, row by row, letting others go first now and then; `today` is the date at the center. Refusals as of `readRegister`. */
export async function planImport(
  grid: Grid,
  given: {
    readonly today: string;
    readonly known: Known;
    readonly mapping: Mapping;
    readonly termMonths: number;
  },
): Promise<Result<ImportPlan>> {
  const reading = await readUnhurried(grid, given);
  if (!reading.ok) return reading;
  const rows = reading.value.rows.map((row) => ({
    ...row,
    term: row.verdict === 'bad' ? null : termOf(row.values, given.termMonths, given.today),
  }));
  const terms = rows.flatMap((row) => row.term ?? []);
  return done({
    reading: reading.value,
    rows,
    incoming: rows.filter((row) => row.verdict !== 'bad'),
    figures: {
      incubations: terms.length,
      proposed: terms.filter((term) => term.proposed).length,
      past: terms.filter((term) => term.past).length,
    },
  });
}

async function readUnhurried(
  ...read: Parameters<typeof readRegisterInSteps>
): Promise<Result<RegisterReading>> {
  const reading = readRegisterInSteps(...read);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

function termOf(values: RegisterValues, months: number, today: string): PlannedTerm | null {
  if (values.joinedOn === null) return null;
  const endsOn = values.endsOn ?? addMonths(values.joinedOn, months);
  return { joinedOn: values.joinedOn, endsOn, proposed: values.endsOn === null, past: endsOn < today };
}
