import type { DoorContext } from './context.ts';

const drawn = new WeakSet<DoorContext>();

/**
 * Says that the action of this request has answered with all that the page draws: its loader, which runs after it, need
 * not look for what the action has ended.
 */
export const drawByAction = (door: DoorContext): void => void drawn.add(door);

/** Whether the action of this request draws the page. */
export const isDrawnByAction = (door: DoorContext): boolean => drawn.has(door);
