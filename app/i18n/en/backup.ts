import type { backup as zh } from '../zh-CN/backup.ts';

/** What the commands for backups say in a terminal, and why a backup or a restore was refused. */
export const backup = {
  'backup.usage.backup': 'Usage: npm run backup -- FOLDER (new or empty; the backup is what lies in it then)',
  'backup.usage.restore':
    'Usage: npm run restore -- FOLDER (a backup, with its manifest.json); restores into an empty DATA_DIR',
  'backup.made':
    'Backed up and checked: {folder} ({rows, number} rows, {files, number} files, {bytes, number} bytes)',
  'backup.plain':
    'Note: BACKUP_KEY is not set, so the backup is not encrypted and leaves out the secrets of this machine (session-secret and its like). Guard it like the database itself.',
  'backup.madeWithout':
    'Attention: {count, number} files were missing or damaged when the backup was made and are not in it, the first being {first}. Have the disk looked at.',
  'backup.restored':
    'Restored: {folder}, as of {at} ({rows, number} rows, {files, number} files, {events, number} events checked one by one)',

  'refusal.backup.folderNotEmpty': '{folder} is not empty: name a new folder, one for each backup',
  'refusal.backup.targetNotEmpty':
    '{folder} holds data already and is not overwritten: point DATA_DIR at a new or empty folder',
  'refusal.backup.noDatabase': 'There is no database in {folder}: nothing to back up',
  'refusal.backup.noManifest':
    'There is no manifest.json in {folder}: no backup, or one that was not finished',
  'refusal.backup.manifest': '{file} is incomplete or was changed: the backup cannot be trusted',
  'refusal.backup.missing': 'A file of the backup is missing: {file}',
  'refusal.backup.changed': 'A file of the backup was changed or cut short: {file}',
  'refusal.backup.keyNeeded': 'The backup is encrypted: set the BACKUP_KEY that it was made with',
  'refusal.backup.notSealed':
    'BACKUP_KEY is set, but this backup is not encrypted, so that nobody can tell whose it is: to restore it all the same, unset BACKUP_KEY',
  'refusal.backup.wrongKey': 'BACKUP_KEY is not the key that this backup was made with',
  'refusal.backup.integrity': 'The database did not pass its integrity check: {fault}',
  'refusal.backup.rows': 'The rows of the database are not those of the manifest: table {table}',
  'refusal.backup.checkpoint': 'The history of the database is not what its checkpoint says',
  'refusal.backup.history': 'The history did not pass its check: {kind}, {id}, event {number}',
  'refusal.backup.newer': 'The backup is from a newer program ({name}): install that one first',
  'refusal.backup.notWritten':
    'The copy of the database in {folder} reads differently from what was written: have the disk looked at',
  'refusal.backup.noSpace': 'The disk of {folder} is full: nothing was made',
} as const satisfies Record<keyof typeof zh, string>;
