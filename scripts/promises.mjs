// What we promise, by rows, and which command proves it. `npm run test:faults` prints its figures by these rows, and
// tests/house/proofs-page.test.ts draws docs/proofs.md from them.

/**
 * A row: its number and promise, how it is tried, the command of npm that tries it, and the tests. `command` is null
 * where nothing proves it yet.
 * @typedef {{ row: number, promise: string, tried: string, command: 'test' | 'test:faults' | 'test:asvs' | null, tests: readonly string[] }} Promised
 */

const faults = (name) => `tests/faults/${name}.test.ts`;

/** @type {readonly Promised[]} */
export const promises = [
  {
    row: 1,
    promise: 'What the system confirmed survives a crash of the program',
    tried:
      'two real servers are killed 100 times each, under four clients who send again what was not answered',
    command: 'test:faults',
    tests: [faults('kill')],
  },
  {
    row: 2,
    promise: 'And a power cut',
    tried:
      'the writes of a real process are recorded, and 20 000 disks put together as a cut may have left them; the same with synchronous=NORMAL must lose',
    command: 'test:faults',
    tests: [faults('power-cut'), faults('boot')],
  },
  {
    row: 3,
    promise: 'Confirmed means on disk',
    tried: '200 answers of the real server, each after the sync of what it confirms',
    command: 'test:faults',
    tests: [faults('answers')],
  },
  {
    row: 4,
    promise: 'A full disk harms nothing',
    tried: 'a disk of its own is filled 50 times at chance moments (needs root, for the disk)',
    command: 'test:faults',
    tests: [faults('full-disk')],
  },
  {
    row: 5,
    promise: 'Any failing statement leaves no trace',
    tried: 'every transition, each of its statements failing in three ways',
    command: 'test:faults',
    tests: [faults('sweep')],
  },
  {
    row: 6,
    promise: 'Two clicks, two managers: one result',
    tried: '200 races of 16 posts over HTTP, and 50 of one form sent 16 times',
    command: 'test:faults',
    tests: [faults('races')],
  },
  {
    row: 7,
    promise: 'The record explains the state',
    tried:
      'every record of the walks and of the demo is told again from its history; 20 000 random histories on the pure machines; random histories through the database, each held against its tables',
    command: 'test:faults',
    tests: [faults('replay'), faults('random-histories')],
  },
  {
    row: 8,
    promise: 'Rules cannot be skipped',
    tried: 'every state × event × role and relation over HTTP; on PostgreSQL again in test:postgres',
    command: 'test',
    tests: ['tests/routes/table.test.ts'],
  },
  {
    row: 9,
    promise: 'Money adds up',
    tried: 'amounts are read and written to the fen; budgets and tranches have no subject here yet',
    command: 'test',
    tests: ['tests/domain/money.test.ts'],
  },
  {
    row: 10,
    promise: 'The trail cannot be edited unseen',
    tried: '1 000 changes to a copy: changed, deleted, inserted, swapped, replaced, put back',
    command: 'test:faults',
    tests: [faults('tampering')],
  },
  {
    row: 11,
    promise: 'A backup is a backup',
    tried: '20 times under load: made, restored, verified, served, every confirmation looked up',
    command: 'test:faults',
    tests: [faults('backup')],
  },
  {
    row: 12,
    promise: 'Nobody sees another’s data',
    tried: 'every door with an id × callers × own and other',
    command: 'test',
    tests: ['tests/security/authorization.test.ts'],
  },
  {
    row: 13,
    promise: 'Bad input is answered, not obeyed',
    tried: 'every form and upload × every case of the catalogue, at least 20 000 requests to the real server',
    command: 'test:faults',
    tests: [faults('hostile-forms')],
  },
  {
    row: 14,
    promise: 'No foreign site can act for a user',
    tried: 'every action × the ways in which a foreign page may ask',
    command: 'test',
    tests: ['tests/security/csrf.test.ts', 'tests/routes/front-guard.test.ts'],
  },
  {
    row: 15,
    promise: 'Uploads are inert',
    tried: 'every hostile file × every upload, one after the other; the server grows by less than 64 MB',
    command: 'test:faults',
    tests: [faults('uploads')],
  },
  {
    row: 16,
    promise: 'Oversize and slow senders do not hurt others',
    tried:
      '500 slow senders, bodies of 200 MB with and without a length, a million fields; the server grows by less than 32 MB, and 95 of 100 honest pages come within 300 ms',
    command: 'test:faults',
    tests: [faults('senders')],
  },
  {
    row: 17,
    promise: 'Standard met (OWASP ASVS 5.0, levels 1 and 2)',
    tried: 'each requirement that a test can prove is claimed by one, or open (docs/security.md)',
    command: 'test:asvs',
    tests: ['tests/house/security-page.test.ts'],
  },
  {
    row: 18,
    promise: 'Level-2 protection ready (GB/T 22239)',
    tried: 'each item that concerns the application with its evidence (docs/security.md)',
    command: 'test',
    tests: ['tests/house/security-page.test.ts'],
  },
  {
    row: 19,
    promise: 'Passwords and people stay secret',
    tried: 'marks are planted and looked for in database, log, figures, pages of other people and backups',
    command: 'test:faults',
    tests: [faults('secrecy')],
  },
  {
    row: 20,
    promise: 'No known hole is shipped',
    tried: 'the lock file against the list of advisories; the number of packages that may run',
    command: 'test',
    tests: ['tests/security/advisories.test.ts'],
  },
  {
    row: 21,
    promise: 'It restarts fast and stops cleanly',
    tried: '20 starts within 1.5 s to the first page; 10 stops under load within 5 s, no request cut',
    command: 'test:faults',
    tests: [faults('starting'), faults('stopping')],
  },
  {
    row: 22,
    promise: 'It keeps going',
    tried: 'an hour of steady work is not tried yet',
    command: null,
    tests: [],
  },
  {
    row: 23,
    promise: 'Broken helpers do not stop work',
    tried: 'letters that cannot be sent, a database that is busy or away',
    command: 'test',
    tests: [
      'tests/operations/letters-by-mail.test.ts',
      'tests/routes/health.test.ts',
      'tests/postgres/outage.test.ts',
    ],
  },
  {
    row: 24,
    promise: 'The tests would notice',
    tried: 'faults are planted into a copy of the program; the test that is named for each must turn red',
    command: 'test:faults',
    tests: [faults('planted')],
  },
];
