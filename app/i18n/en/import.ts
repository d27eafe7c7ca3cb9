import type { importing as zh } from '../zh-CN/import.ts';

/** Words of importing a center's register: the page with its three steps, and the command. */
export const importing = {
  'import.title': 'Import the register',
  'import.lead':
    'Brings the register that the center keeps into the system. Every row is checked first and nothing comes in before you confirm; rows with mistakes come back as a file to mend and import again.',
  'import.step.upload': 'Upload the file',
  'import.step.check': 'Check and confirm',
  'import.step.done': 'Done',

  'import.field.center': 'Import into',
  'import.field.register': 'File of the register',
  'import.field.register.hint':
    '.xlsx or .csv with headings such as “Name” and “USCC”, in any order; at most 25 MB',
  'import.upload.submit': 'Upload and check',
  'import.upload.what': 'What an import does',
  'import.upload.what.joined':
    'An organization that has joined goes on as incubated; reminders of its term, evaluations and reports begin.',
  'import.upload.what.registered': 'One that has no day of joining is only on the register.',
  'import.upload.what.past':
    'Dates that are past show as overdue; you decide when to act on them, nothing happens by itself.',
  'import.upload.what.same':
    'An organization that is here already (same code, record number or name) does not come in twice.',

  'import.check.lead': '{file}, sheet “{sheet}”; nothing has been imported yet.',
  'import.check.leadText': '{file}; nothing has been imported yet.',
  'import.check.figures': 'What the check found',
  'import.check.count': '{count, plural, one {# row} other {# rows}}',
  'import.check.incubations': 'Go on as incubated',
  'import.check.incubations.count': '{count, plural, one {# organization} other {# organizations}}',
  'import.check.proposed': 'End of term proposed from the day of joining',
  'import.check.proposed.count':
    '{count, plural, one {# organization} other {# organizations}}, {months} months each',
  'import.check.past': 'Term is over, to be dealt with',
  'import.check.skipped': 'Rows that are no organization',
  'import.check.skipped.text':
    '{why, select, section {headings of groups} total {totals} note {notes} header {headings again} other {other}}: {count}',
  'import.check.unknown': 'Columns left out',
  'import.check.columns': 'What the columns hold',
  'import.check.columns.lead':
    'The headings were used to guess what each column holds. Correct a wrong guess here, then check again.',
  'import.check.again': 'Check again',
  'import.check.noPlan': 'The rows cannot be checked yet: correct what is named below, then check again.',
  'import.column.named': 'Column {number}, “{heading}”',
  'import.column.nameless': 'Column {number} (no heading)',
  'import.column.sample': 'For example: {text}',
  'import.field.term': 'Term of those without an end',
  'import.field.term.hint': 'The term ends so many months after the day of joining',
  'import.field.program': 'Program',
  'import.field.program.hint': 'Its deadlines and pass marks hold for what comes in',
  'import.field.options': 'Term and columns',

  'import.rows': 'Row by row',
  'import.rows.show.problems': 'To look at, and those that stay out ({count})',
  'import.rows.show.all': 'All ({count})',
  'import.rows.none': 'No row needs a look',
  'import.row.number': 'Row',
  'import.row.name': 'Name',
  'import.row.verdict': 'Verdict',
  'import.row.number2': 'Code or record number',
  'import.row.term': 'Term',
  'import.row.findings': 'Why',
  'import.row.nameless': '(no name)',
  'import.row.proposed': 'proposed',
  'import.row.past': 'over',
  'import.row.registered': 'register only',
  'import.page': 'Page {page} of {pages}',

  'import.confirm': 'Import {count, plural, one {# organization} other {# organizations}}',
  'import.confirm.none': 'Nothing can come in: get the file to mend',
  'import.confirm.title': 'When you confirm',
  'import.confirm.in':
    '{count, plural, one {# organization comes} other {# organizations come}} onto the register, {incubations} of them as incubated.',
  'import.confirm.out':
    '{count, plural, one {# row stays} other {# rows stay}} in a file to mend, with the reasons in its last column; mend it and import that file.',
  'import.confirm.once': 'It is one step: all of them come in, or none.',
  'import.other': 'Take another file',

  'import.done.title': 'Imported',
  'import.done.good': '{count, plural, one {# organization} other {# organizations}} imported',
  'import.done.none': 'No organization was imported',
  'import.done.bad': '{count, plural, one {# row} other {# rows}} stayed out',
  'import.done.bad.text':
    'Download the file to mend, correct it by the reasons in its last column, and import it; what came in needs nothing more.',
  'import.done.all': 'Everything came in; there is nothing to mend.',
  'import.done.register': 'Open the register',
  'import.done.incubations': 'Open the incubations',
  'import.done.more': 'Import another file',

  'import.runs': 'Last imports',
  'import.runs.at': 'When',
  'import.runs.file': 'File',
  'import.runs.who': 'By',
  'import.runs.good': 'Came in',
  'import.runs.bad': 'Stayed out',

  'import.command.name': 'Import by command',
  'import.command.usage':
    'Usage: npm run import -- FILE [--dry-run] [--json] [--center NAME|ID] [--map COLUMN=FIELD] [--term MONTHS] [--lang zh-CN|en]\n--map may be given several times, such as --map 3=name; a field is one of {fields}',
  'import.command.line': 'Row {row} | {verdict} | {name}',
  'import.command.lineFindings': 'Row {row} | {verdict} | {name} | {findings}',
  'import.command.term': '{from} to {to}',
  'import.command.termProposed': '{from} to {to} (end proposed)',
  'import.command.counts': '{good} come in, {warn} come in and want a look, {bad} stay out.',
  'import.command.unknown': 'Columns left out: {columns}',
  'import.command.terms':
    '{incubations} go on as incubated; {proposed} of them have no end of term and get {months} months (change it with --term), {past} are over.',
  'import.command.dryRun': 'This was a dry run: nothing was imported.',
  'import.command.imported':
    '{count, plural, one {# organization} other {# organizations}} imported into “{center}”.',
  'import.command.rejected': '{count, plural, one {# row} other {# rows}} stayed out: {file}',
  'import.command.rejectedKept':
    '{count, plural, one {# row} other {# rows}} stayed out and can be downloaded: {address}',
  'import.command.columns':
    'Columns of the file: {columns}. Say what they hold with --map, such as --map 2=name',
  'import.command.noCenter':
    'There is no center yet, so nothing was imported. Run npm start and set one up first.',
  'import.command.whichCenter': 'There are several centers: name one of them with --center: {centers}',
  'import.command.noSuchCenter': 'There is no such center: {name}. There are: {centers}',
  'import.command.noFile': 'The file cannot be opened: {file}',
  'import.command.badMap': '--map {text} is not understood',
  'import.command.badTerm': '--term is a whole number from {min} to {max}',
  'import.command.now': 'NOW is only for demo and test databases',

  'refusal.import.column.twice': 'Column {number} is said to hold the same',
  'refusal.import.column.noName': 'Say which column is the name of the organization',
  'refusal.import.program': 'The center has no program yet: set one up in the administration first',
  'refusal.import.changedMeanwhile':
    'The register changed since you looked: {shown} could come in then, {now} can now. Check again, then confirm',
} as const satisfies Record<keyof typeof zh, string>;
