import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ulid } from 'ulid';
import { startPostgres } from '../../scripts/postgres-server.mjs';

/** A server that one test has for itself: it may be set badly, and taken down. */
export interface OwnServer {
  /** A folder for data beside it. */
  readonly folder: string;
  /** A new database, made as ours are unless `how` says otherwise; its address. */
  readonly database: (how?: string) => Promise<string>;
  readonly say: (url: string, statement: string) => Promise<void>;
  /** Sets the whole server, at once. */
  readonly set: (name: string, value: string) => Promise<void>;
  readonly takeDown: () => void;
  readonly takeUp: () => void;
  readonly stop: () => void;
}

export function ownServer(): OwnServer {
  const server = startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'hatchery-own-server-'));
  const asked = async (url: string, ...statements: readonly string[]): Promise<readonly unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      let rows: readonly unknown[] = [];
      for (const statement of statements) rows = (await client.query(statement)).rows;
      return rows;
    } finally {
      await client.end();
    }
  };
  const ask = (...statements: readonly string[]) => asked(server.url('postgres'), ...statements);
  return {
    folder,
    database: async (how = "encoding 'UTF8' locale 'C'") => {
      const name = `own_${ulid().toLowerCase()}`;
      await ask(`create database ${name} template template0 ${how}`);
      return server.url(name);
    },
    say: async (url, statement) => void (await asked(url, statement)),
    set: async (name, value) => {
      await ask(`alter system set ${name} = ${value}`, 'select pg_reload_conf()');
      // told to all its processes, one after the other: a new session hears it from the first moment on
      for (let tries = 0; tries < 100; tries += 1) {
        const [row] = (await ask(`show ${name}`)) as Record<string, string>[];
        if (row?.[name] === value) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`${name} does not become ${value}`);
    },
    takeDown: server.takeDown,
    takeUp: server.takeUp,
    stop: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
