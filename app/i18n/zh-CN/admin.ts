/** Words of the administration: the center, its programs, calls, rubrics, working days, seats, history, mail and chores. */
export const admin = {
  'admin.program.first': '社会组织孵化',
  'admin.seat.firstRoom': '共享办公区',
} as const;
