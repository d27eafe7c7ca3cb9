import { expect } from 'vitest';
import { theSystem } from '#app/domain/policy/actor.ts';
import type { Grid } from '#app/domain/register/index.ts';
import { importerOf } from '#app/operations/register/import-access.server.ts';
import {
  type ImportAsked,
  type Imported,
  importRegister,
} from '#app/operations/register/import-register.server.ts';
import { type FileStore, openFileStore } from '#app/outside/files.server.ts';
import { gridOf, registerBytes, registerName } from '#tests/documents/register-rendering.ts';
import { openWorld, type World } from '#tests/world.ts';

/** The day of which the expectations of the sample register speak. */
export const dayOfRegister = '2026-11-24T01:00:00.000Z';

export interface ImportWorld extends World {
  readonly files: FileStore;
  /** Imports a grid as the manager, or as somebody else, and answers what came of it. */
  readonly importGrid: (grid: Grid, change?: Partial<ImportAsked>) => ReturnType<typeof importRegister>;
  /** The same where it has to be granted. */
  readonly mustImport: (grid: Grid, change?: Partial<ImportAsked>) => Promise<Imported>;
  readonly counts: () => Promise<
    Readonly<Record<'organization' | 'incubation' | 'progress_report' | 'history' | 'import_run', number>>
  >;
}

/** A world on the day of the sample register, with a file store. */
export async function openImportWorld(): Promise<ImportWorld> {
  const world = await openWorld();
  world.clock.set(dayOfRegister);
  const files = openFileStore(world.folder);
  let serial = 0;
  const importGrid: ImportWorld['importGrid'] = async (grid, change = {}) => {
    serial += 1;
    const actor = change.actor ?? (await world.as('manager'));
    const center = { id: world.centerId, name: '', regionCode: '411025001' };
    return importRegister(
      world.house,
      { files },
      {
        runId: `run-${serial}`,
        centerId: world.centerId,
        grid,
        fileName: `${registerName}.xlsx`,
        mapping: {},
        termMonths: 12,
        programId: world.programId,
        actor,
        by:
          actor === theSystem
            ? { personId: null, name: '命令行导入', role: 'system' }
            : importerOf(actor, center),
        locale: 'zh-CN',
        requestId: 'test',
        address: '127.0.0.1',
        ...change,
      },
    );
  };
  const count = async (
    table: 'organization' | 'incubation' | 'progress_report' | 'history' | 'import_run',
  ) => {
    const row = await world.store.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  return {
    ...world,
    files,
    importGrid,
    mustImport: async (grid, change) => {
      const result = await importGrid(grid, change);
      expect(result.ok ? [] : result.refusals).toEqual([]);
      if (!result.ok) throw new Error('refused');
      return result.value;
    },
    counts: async () => ({
      organization: await count('organization'),
      incubation: await count('incubation'),
      progress_report: await count('progress_report'),
      history: await count('history'),
      import_run: await count('import_run'),
    }),
  };
}

export const sampleGrid = (): Promise<Grid> => gridOf(registerBytes(), `${registerName}.xlsx`);

/** A register as text of comma separated values. */
export const gridOfText = (...lines: readonly string[]): Promise<Grid> =>
  gridOf(new TextEncoder().encode(lines.join('\n')), 'a.csv');
