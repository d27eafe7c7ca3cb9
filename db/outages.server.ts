/** What keeps a database from answering for a while, without a fault of ours: it is locked or away, or the disk is full. */
export type Outage = 'busy' | 'full';

/** PostgreSQL's: no connection, no session left, ending or beginning, no lock, too slow, or always in another's way. */
const busyServer = /^(08...|53300|57P0[123]|57014|25P0[34]|55P03|40001|40P01)$/;
const brokenSocket = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/**
 * Why the database did not answer, by the code of its error: SQLite's (sqlite.org/rescode.html), PostgreSQL's (Appendix A of
 * its manual), or the socket's; a session that broke off within a statement has no code. Undefined for every other error.
 */
export function outageOf(error: unknown): Outage | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code) || busyServer.test(code)) return 'busy';
  if (brokenSocket.includes(code)) return 'busy';
  if (
    error instanceof Error &&
    /^Connection terminated|^Client has encountered a connection error/.test(error.message)
  )
    return 'busy';
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
