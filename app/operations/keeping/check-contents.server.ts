import type { FileStore } from '#app/outside/files.server.ts';
import type { Connection } from '#db/connection.server.ts';
import { contentsInUse, isContentInUse } from '#db/reads/documents.server.ts';

/** A content that nothing refers to goes after a day: a row may be about to be written, a backup be about to link it. */
const orphanAgeMs = 86_400_000;
const page = 500;

export interface CheckedContents {
  readonly checked: number;
  /** Hashes of contents that rows refer to and that are gone or not what they were. */
  readonly damaged: readonly string[];
  /** How many contents were removed, because no row referred to them. */
  readonly swept: number;
}

/** Reads every content that a row refers to and compares it with its hash; removes what no row refers to. */
export async function checkContents(db: Connection, files: FileStore): Promise<CheckedContents> {
  const damaged: string[] = [];
  let checked = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const hashes: readonly string[] = await contentsInUse(db, after, page);
    for (const sha256 of hashes) if (!(await files.verify(sha256))) damaged.push(sha256);
    checked += hashes.length;
    after = hashes.length < page ? undefined : hashes.at(-1);
  }
  const swept = await files.sweep((sha256) => isContentInUse(db, sha256), orphanAgeMs);
  return { checked, damaged, swept: swept.length };
}
