import type { Connection } from '../connection.server.ts';

/** A value that concerns the whole installation, such as the mark of a demo; null when it is not set. */
export async function instanceValue(db: Connection, name: string): Promise<string | null> {
  const row = await db.selectFrom('instance').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}
