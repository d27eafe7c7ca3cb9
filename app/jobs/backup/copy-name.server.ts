import { randomUUID } from 'node:crypto';

/**
 * What the copy of the database is called while a backup is made, in the data folder. Never twice the same: of two programs in
 * two containers on one folder both may be process 1.
 */
export const newCopyName = (): string => `copying-${randomUUID()}.db`;

/** Whether a file of the data folder is such a copy, or what SQLite keeps beside it. */
export const isCopyName = (name: string): boolean => /^copying-[\da-f-]+\.db(-wal|-shm)?$/.test(name);
