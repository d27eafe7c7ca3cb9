import type Sqlite from 'better-sqlite3';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;
/** A text in which the words to be replaced stand at the odd places. */
export type Mould = readonly string[];

/** One row of a pattern: its table, and its values in the order of the columns; texts with words to replace are moulds. */
export interface PatternRow {
  readonly table: string;
  readonly row: Row;
  readonly values: readonly (Value | Mould)[];
}

/** The rows that belong together: those of one organization's life, or those of a center. */
export interface Pattern {
  readonly rows: readonly PatternRow[];
  readonly organization: Row | null;
  /** The weight of it all, in signs of its history. */
  readonly weight: number;
}

export interface Template {
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly center: Pattern;
  /** Every organization's life, in the order of their names. */
  readonly lives: readonly Pattern[];
  readonly centerId: string;
}

export const lifecycles = [
  'application',
  'incubation',
  'evaluation',
  'graduation',
  'progress_report',
] as const;
const ofCenter = ['program', 'call', 'rubric', 'calendar_day', 'calendar_year'] as const;
/** A number as the program gives them: `RK-202603-0001`. */
export const numberWord = /^([A-Z]{2})-(\d{4,6})-(\d{3,4})$/;
const ulid = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;

/** Reads a center that was lived through by the engine, and takes it apart into patterns to be lived again. */
export function readTemplate(db: Sqlite.Database): Template {
  const columns = new Map<string, readonly string[]>();
  const all = (
    table: string,
    where: string,
    ...values: readonly Value[]
  ): readonly (readonly [string, Row])[] => {
    const rows = db.prepare(`select * from "${table}" where ${where}`).all(...values) as Row[];
    if (!columns.has(table)) {
      const known = db.prepare(`select name from pragma_table_info(?)`).all(table) as { name: string }[];
      columns.set(
        table,
        known.map((c) => c.name),
      );
    }
    return rows.map((row) => [table, row] as const);
  };
  const [[, center]] = all('center', '1 = 1') as [readonly [string, Row]];
  const centerId = String(center.id);
  const notOfOrganizations = `(select person_id from membership where scope = 'organization')`;
  const centerRows = [
    ...all('center', 'id = ?', centerId),
    ...ofCenter.flatMap((table) => all(table, 'center_id = ?', centerId)),
    ...all('seat', 'center_id = ? and organization_id is null', centerId),
    ...all('person', `id not in ${notOfOrganizations} order by email`),
    ...all('membership', `person_id not in ${notOfOrganizations} order by id`),
  ];
  const organizations = all('organization', '1 = 1 order by name').map(([, row]) => row);
  const lives = organizations.map((organization): Pattern => {
    const records = lifecycles.flatMap((name) =>
      all(name, 'organization_id = ? order by created_at, number, kind', organization.id as string),
    );
    const rows = [
      ['organization', organization] as const,
      ...all(
        'person',
        `id in (select person_id from membership where scope = 'organization' and scope_id = ?) order by email`,
        organization.id as string,
      ),
      ...all('membership', `scope = 'organization' and scope_id = ? order by id`, organization.id as string),
      ...all('seat', 'organization_id = ?', organization.id as string),
      ...records,
      ...records.flatMap(([lifecycle, record]) => recordRows(all, lifecycle, String(record.id))),
    ];
    return patternOf(rows, organization, columns);
  });
  return { columns, center: patternOf(centerRows, null, columns), lives, centerId };
}

function recordRows(
  all: (table: string, where: string, ...values: readonly Value[]) => readonly (readonly [string, Row])[],
  lifecycle: string,
  id: string,
) {
  const its = (table: string, order: string) =>
    all(table, `lifecycle = ? and record_id = ? order by ${order}`, lifecycle, id);
  const history = its('history', 'number').flatMap(([table, row]) => [
    [table, row] as const,
    ...all('event_apart', 'history_seq = ?', row.seq as number),
  ]);
  return [
    ...history,
    ...(lifecycle === 'application'
      ? [
          ...all('application_section', 'application_id = ? order by section', id),
          ...all('snapshot', 'application_id = ? order by number', id),
        ]
      : []),
    ...its('document', 'id'),
    ...its('timer', 'name'),
    ...its('assignment', 'role, person_id'),
    ...its('wait', 'role, person_id, event'),
    ...its('notice', 'id'),
    ...(lifecycle === 'graduation' ? all('certificate', 'graduation_id = ?', id) : []),
  ];
}

/** Words of a life that another life says in its own way: its name, its codes, its numbers, its people's addresses. */
function ownWords(rows: readonly (readonly [string, Row])[]): readonly string[] {
  const words = rows.flatMap(([table, row]): readonly Value[] => {
    if (table === 'organization')
      return [row.name ?? null, row.uscc ?? null, row.record_no ?? null, row.email ?? null];
    if (table === 'person') return [row.email ?? null];
    // a report's number may be a bare year, which stands in every date too
    return [row.number ?? null].filter((number) => typeof number === 'string' && numberWord.test(number));
  });
  return [...new Set(words.filter((word): word is string => typeof word === 'string' && word !== ''))];
}

function patternOf(
  rows: readonly (readonly [string, Row])[],
  organization: Row | null,
  columns: ReadonlyMap<string, readonly string[]>,
): Pattern {
  const words = [...ownWords(rows)].sort((a, b) => b.length - a.length);
  const sought = new RegExp(
    [ulid.source, ...words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))].join('|'),
    'g',
  );
  return {
    organization,
    weight: rows.reduce(
      (sum, [table, row]) => sum + (table === 'history' ? JSON.stringify(row).length : 0),
      0,
    ),
    rows: rows.map(([table, row]) => ({
      table,
      row,
      values: (columns.get(table) ?? []).map((column) => mouldOf(row[column] ?? null, sought)),
    })),
  };
}

function mouldOf(value: Value, sought: RegExp): Value | Mould {
  if (typeof value !== 'string') return value;
  const mould: string[] = [];
  let at = 0;
  for (const match of value.matchAll(sought)) {
    mould.push(value.slice(at, match.index), match[0]);
    at = match.index + match[0].length;
  }
  return mould.length === 0 ? value : [...mould, value.slice(at)];
}
