import { markRead } from '#db/writes/notifications.server.ts';
import type { House } from './house.ts';

/** Marks everything that a person was told as seen. */
export const markNotificationsRead = (house: House, personId: string): Promise<void> =>
  house.store.write((trx) => markRead(trx, personId, house.clock.now()));
