import type { move as zh } from '../zh-CN/move.ts';

/** What the command says that moves an installation to PostgreSQL. */
export const move = {
  'move.usage':
    'Name the folder of the present data in DATA_DIR (now {folder}; it should hold hatchery.db) and the empty PostgreSQL database in DATABASE_URL.',
  'move.done':
    'Moved {tables} tables, each compared by its rows and its hash; the {events} events of {records} records verify. From now on start with DATABASE_URL.',
  'refusal.move.notEmpty': 'The database in DATABASE_URL is not empty; nothing was changed.',
  'refusal.move.differs':
    'Table {table} is not the same where it arrived; all was undone, and nothing changed where it came from.',
} satisfies Record<keyof typeof zh, string>;
