import type { Store } from '#db/connection.server.ts';
import { setInstanceValue } from '#db/writes/instance.server.ts';

class TakenBack extends Error {}

/** Whether a row can be written: writes one and takes it back. Throws what the database throws where it cannot. */
export async function setProbe(store: Store): Promise<void> {
  try {
    await store.write(async (trx) => {
      await setInstanceValue(trx, 'probe', '1');
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}
