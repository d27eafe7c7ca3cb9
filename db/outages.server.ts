/** What keeps a database from answering for a while, without a fault of ours: it is locked or away, or the disk is full. */
export type Outage = 'busy' | 'full';

/**
 * Why the database did not answer, by the code of its error: SQLite's (sqlite.org/rescode.html), PostgreSQL's classes 08, 53
 * and 57P (Appendix A of its manual), or the socket's. Undefined for every other error.
 */
export function outageOf(error: unknown): Outage | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code) || /^(08...|53300|57P0[123]|55P03)$/.test(code)) return 'busy';
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'busy';
  return undefined;
}

/** What the work answers; undefined where the database cannot be written to just now. For what a page can do without. */
export async function unlessOut<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (outageOf(error) === undefined) throw error;
    return undefined;
  }
}
