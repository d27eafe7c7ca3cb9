import type { configuration as zh } from '../zh-CN/configuration.ts';

/** Why the program does not start: what is wrong with its configuration. Read by whoever runs it, in a terminal. */
export const configuration = {
  'refusal.configuration.number': '{name} must be a whole number from {min} to {max}, not “{value}”',
  'refusal.configuration.host': '{name} must be a host name or an IP address, not “{value}”',
  'refusal.configuration.address': '{name} must be an address that begins with {schemes}',
  'refusal.configuration.publicUrl':
    '{name} must be https:// or http:// with a host (and port) and nothing after it, such as https://hatchery.example.cn',
  'refusal.configuration.secret': '{name} is too short: at least {min} characters',
  'refusal.configuration.choice': '{name} must be one of {choices}, not “{value}”',
  'refusal.configuration.networks':
    '{name} must list networks or addresses with commas between, such as 192.168.1.0/24, 2001:db8::/32; not “{value}”',
  'refusal.configuration.instant':
    '{name} must be a date and time such as 2026-11-24T09:00:00+08:00, not “{value}”',
  'refusal.configuration.workers': '{name} above 1 needs PostgreSQL (set DATABASE_URL)',
  'refusal.boot.folder': 'DATA_DIR cannot be written: {folder}. Check the path and its permissions.',
  'refusal.boot.farDisk':
    'DATA_DIR is on a disk over the network ({kind}): {folder}. A database there loses data; use a disk of this machine.',
  'refusal.boot.gone':
    'The database {file} is gone, though {trace} says that there was one. It is not begun anew: restore a backup, or point DATA_DIR at a new folder.',
  'refusal.boot.corrupt':
    'The database {file} is damaged ({code}). Delete nothing; put a copy of all of DATA_DIR aside, then restore a backup with npm run restore.',
  'refusal.boot.readOnly':
    'The database {file} cannot be read and written. Check its permissions and whether the disk is read-only.',
  'refusal.boot.busy': 'The database {file} is held by another program.',
  'refusal.boot.full': 'The disk of {file} is full.',
  'refusal.boot.newer':
    'The database was written by a newer program ({migration}), which this one does not know. Install that one; to go back, restore the backup from before the upgrade.',
  'refusal.boot.now': 'NOW is only for demo and test databases.',
  'refusal.boot.portTaken': '{place} is taken by another program. Choose another PORT, or end that program.',
  'refusal.boot.noPort':
    'Nothing can listen at {place} ({code}). Check HOST and PORT; ports below 1024 are for the system.',
  'refusal.boot.server.away':
    'PostgreSQL at {place} does not answer ({code}). Check DATABASE_URL and whether the server runs.',
  'refusal.boot.server.denied':
    'PostgreSQL at {place} lets nobody in with the name and password of DATABASE_URL ({code}).',
  'refusal.boot.server.noDatabase':
    "There is no such database on PostgreSQL: {place}. Make it: create database … template template0 encoding ''UTF8'' locale ''C''",
  'refusal.boot.server.notOurs':
    'PostgreSQL at {place}: the role of DATABASE_URL may make no tables there. The database must be its own: alter database … owner to …',
  'refusal.boot.server.version': 'PostgreSQL {found} is older than {wanted}, the oldest that is served.',
  'refusal.boot.server.setting':
    'PostgreSQL at {place}: {name} is {found}, and must be {wanted}. What is confirmed could be lost otherwise, or block others for ever.',
  'refusal.boot.server.order':
    "PostgreSQL at {place}: the database sorts by {found}, and must sort by bytes. Make another: create database … template template0 encoding ''UTF8'' locale ''C''",
} as const satisfies Record<keyof typeof zh, string>;
