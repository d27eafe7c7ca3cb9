// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of the program are quoted here
/** A fault put into a copy of the program on purpose, and the test that must find it. */
export interface PlantedFault {
  /** The row of the promise that it breaks (docs/proofs.md). */
  readonly row: number;
  readonly name: string;
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The file of the test. */
  readonly test: string;
  /** Only those of its tests whose names hold this: where the others take long. */
  readonly only?: string;
}

const promises = 'tests/operations/engine-promises.test.ts';

/** Those in the engine, the rules and the database. */
export const faultsInside: readonly PlantedFault[] = [
  {
    row: 6,
    name: 'the version that the person saw is not compared',
    file: 'app/operations/advance.server.ts',
    find: 'asked.version !== undefined && asked.version !== record.row.version',
    replace: 'asked.version !== undefined && asked.version < 0',
    test: promises,
  },
  {
    row: 7,
    name: 'the history line of a move is skipped',
    file: 'app/operations/engine/move.server.ts',
    find: 'const historySeq = await appendHistory(work.trx, {',
    replace: 'const historySeq = await (async (_trx: unknown, _event: unknown) => 0)(work.trx, {',
    test: promises,
  },
  {
    row: 8,
    name: 'an ability is given to one role more',
    file: 'app/domain/policy/abilities.ts',
    find: "'rubric.edit': ['director']",
    replace: "'rubric.edit': ['director', 'manager']",
    test: 'tests/house/drawn-documents.test.ts',
  },
  {
    row: 8,
    name: 'an event is allowed to the organization itself',
    file: 'app/domain/lifecycles/application/events.ts',
    find: "accept: { noun: 'acceptance', by: ['manager']",
    replace: "accept: { noun: 'acceptance', by: ['manager', 'lead']",
    test: 'tests/house/drawn-documents.test.ts',
  },
  {
    row: 2,
    name: 'the database is opened with synchronous=NORMAL',
    file: 'db/dialects/sqlite.server.ts',
    find: "['synchronous', 'FULL', 2]",
    replace: "['synchronous', 'NORMAL', 1]",
    test: 'tests/faults/boot.test.ts',
  },
  {
    row: 3,
    name: 'a setting is not read back',
    file: 'db/dialects/sqlite.server.ts',
    find: 'if (found !== expected)',
    replace: 'if (found === null && expected !== null)',
    test: 'tests/faults/boot.test.ts',
  },
  {
    row: 10,
    name: 'recursive_triggers stays off',
    file: 'db/dialects/sqlite.server.ts',
    find: "  ['recursive_triggers', 'ON', 1],\n",
    replace: '',
    test: 'tests/faults/boot.test.ts',
  },
  {
    row: 7,
    name: 'timers of the state before are not cancelled',
    file: 'db/writes/derived.server.ts',
    find: 'if (areTheSame(stored, wanted as readonly Row[])) return;',
    replace: 'if (stored.length > 0) return;',
    test: promises,
  },
  {
    row: 7,
    name: 'counters are not kept',
    file: 'db/writes/records.server.ts',
    find: 'if (from === to) return;',
    replace: 'if (from !== null) return;',
    test: promises,
  },
  {
    row: 1,
    name: 'the answer to a form is not remembered',
    file: 'app/operations/advance.server.ts',
    find: 'await rememberAnswer(trx, asked, answer, at);',
    replace: '',
    test: promises,
  },
  {
    row: 1,
    name: 'a key may stand for something else',
    file: 'app/operations/engine/idempotency.server.ts',
    find: 'if (row.body_hash !== asked.idempotency.bodyHash)',
    replace: 'if (row.body_hash === undefined)',
    test: promises,
  },
  {
    row: 8,
    name: 'what was due does not fire before an event',
    file: 'app/operations/advance.server.ts',
    find: 'await fireDueTimersOf(house, asked.lifecycle, asked.id);',
    replace: '',
    test: promises,
  },
  {
    row: 8,
    name: 'an office in the organization does not recuse',
    file: 'app/domain/policy/actor.ts',
    find: 'const stepsBack = holdsOffice || subject.recused.includes(personId);',
    replace: 'const stepsBack = subject.recused.includes(personId);',
    test: promises,
  },
  {
    row: 23,
    name: 'nobody is told',
    file: 'app/operations/engine/move.server.ts',
    find: 'await tellPeople(work, moved.value, sent);',
    replace: '',
    test: promises,
  },
  {
    row: 23,
    name: 'a letter is told and never queued',
    file: 'app/operations/engine/tell.server.ts',
    find: 'await insertOutbox(',
    replace: 'await (async (_trx: unknown, _rows: unknown) => {})(',
    test: promises,
  },
  {
    row: 5,
    name: 'a refusal keeps what was written before it',
    file: 'app/operations/engine/undo.ts',
    find: 'if (!result.ok) throw new Undone(result as never);',
    replace: '',
    test: 'tests/faults/undo.test.ts',
  },
  {
    row: 10,
    name: 'the hash of an event leaves out what was typed',
    file: 'db/writes/history.server.ts',
    find: '    link.input,\n',
    replace: '',
    test: 'tests/faults/tampering.test.ts',
  },
  {
    row: 10,
    name: 'facts are not compared with the chain',
    file: 'app/operations/engine/verify-history.server.ts',
    find: 'last?.facts_hash == null || last.facts_hash === hashOfFacts(facts)',
    replace: 'last?.facts_hash !== hashOfFacts(`${facts} `)',
    test: 'tests/faults/tampering.test.ts',
  },
  {
    row: 10,
    name: 'a checkpoint is not held against the history',
    file: 'app/operations/engine/checkpoint.server.ts',
    find: 'records === checkpoint.records &&',
    replace: 'records >= 0 ||',
    test: 'tests/faults/tampering.test.ts',
  },
  {
    row: 14,
    name: 'a form from a foreign page is taken',
    file: 'app/http/hosts.server.ts',
    find: "if (origin !== undefined && !isOurs(origin, place)) return frontRefusal('origin');",
    replace: '',
    test: 'tests/routes/front-guard.test.ts',
  },
  {
    row: 16,
    name: 'a body that does not say its length is not counted',
    file: 'app/http/body.server.ts',
    find: 'if (size > limit) settle(tooLarge);',
    replace: 'if (size < 0) settle(tooLarge);',
    test: 'tests/routes/front-bodies.test.ts',
  },
  {
    row: 13,
    name: 'a redirect leads to another host',
    file: 'app/http/safe-redirect.server.ts',
    find: "if (url.origin !== ORIGIN || url.pathname.startsWith('//')) return fallback;",
    replace: '',
    test: 'tests/routes/redirects-and-cookies.test.ts',
  },
  {
    row: 15,
    name: 'a file is what its name says',
    file: 'app/outside/file-type.server.ts',
    find: "if (kindOfName(name) !== kind) return refused(refusal('file.mismatch', { found: kind.toUpperCase() }));",
    replace: '',
    test: 'tests/outside/file-type.test.ts',
  },
  {
    row: 19,
    name: 'a telephone shows two digits more',
    file: 'app/domain/masking.ts',
    find: '`${digits.slice(0, 3)}****${digits.slice(7)}`',
    replace: '`${digits.slice(0, 5)}**${digits.slice(7)}`',
    test: 'tests/domain/masking.test.ts',
  },
  {
    row: 9,
    name: 'half a hundredth is rounded down',
    file: 'app/domain/fraction.ts',
    find: 'const doubled = 2n * 100n * value.top + value.bottom;',
    replace: 'const doubled = 2n * 100n * value.top + value.bottom - 1n;',
    test: 'tests/domain/scoring-panel.test.ts',
  },
  {
    row: 8,
    name: 'day 0 of a deadline is counted',
    file: 'app/domain/calendar.ts',
    find: 'return dateOfDayNumber(dayNumber(date) + wholeNumber(n));',
    replace: 'return dateOfDayNumber(dayNumber(date) + wholeNumber(n) - 1);',
    test: 'tests/domain/calendar.test.ts',
  },
];
