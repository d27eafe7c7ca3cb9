import type { admin as zh } from '../zh-CN/admin.ts';

/** Words of the administration: the center, its programs, calls, rubrics, working days, seats, history, mail and chores. */

export const admin = {
  'admin.program.first': 'Social organization incubation',
  'admin.seat.firstRoom': 'Shared office',
} as const satisfies Record<keyof typeof zh, string>;
