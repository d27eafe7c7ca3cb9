import type Sqlite from 'better-sqlite3';

type Row = Readonly<Record<string, string | number | null>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const page = (
  title: string,
  body: string,
): string => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title>
<link rel="stylesheet" href="/assets/app.css"></head><body><header class="bar"><a href="/desk">Hatchery</a></header>
<main class="page"><h1>${text(title)}</h1>${body}</main></body></html>`;

const table = (rows: readonly Row[], href: (row: Row) => string, columns: readonly string[]): string =>
  `<table class="table"><thead><tr>${columns.map((c) => `<th>${c}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr>${columns
          .map((c, i) =>
            i === 0 ? `<td><a href="${href(row)}">${text(row[c])}</a></td>` : `<td>${text(row[c])}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('')}</tbody></table>`;

const facts = (row: Row): string =>
  `<dl>${Object.entries(row)
    .filter(([name]) => name !== 'facts')
    .map(([name, value]) => `<dt>${name}</dt><dd>${text(value)}</dd>`)
    .join('')}</dl>`;

const list = (rows: readonly Row[], say: (row: Row) => string): string =>
  `<ul>${rows.map((row) => `<li>${say(row)}</li>`).join('')}</ul>`;

const otherRoles = [
  'lead',
  'staff',
  'finance',
  'director',
  'reviewer',
  'assessor',
  'mentor',
  'supervisor',
  'party_committee',
];

const paperColumns = ['name', 'slot', 'size', 'sha256', 'uploaded_at'];

/** The pages of the bare server: the queries that the program's pages ask for their content, and their rows as HTML. */
export function barePages(db: Sqlite.Database): (path: string, asked: URLSearchParams) => string {
  const all = (statement: string) => {
    const prepared = db.prepare(statement);
    return (...values: readonly string[]) => prepared.all(...values) as Row[];
  };
  const counters = all(
    `select state, count from counter where lifecycle = 'application' and center_id in (?)`,
  );
  const listed =
    all(`select t.id, t.organization_id, t.organization_name, t.number, t.kind, t.state, t.due_at, t.late,
    t.score, t.created_at, t.updated_at, p.name as responsible_name from application t
    left join person p on p.id = t.responsible_id where t.center_id in (?) and t.state = ? order by t.id desc limit 26`);
  const waiting = all(`select * from (select * from wait where person_id = ?
      order by coalesce(due_at, '9999'), since limit 31)
    union all select * from (select * from wait where role = 'manager' and person_id = '' and center_id = ?
      order by coalesce(due_at, '9999'), since limit 31)`);
  const others = all(
    otherRoles
      .map(
        (role) =>
          `select * from (select w.*, p.name as person_name from wait w left join person p on p.id = w.person_id
            where w.center_id = ? and w.role = '${role}' and w.due_at is not null order by w.due_at limit 8)`,
      )
      .join(' union all '),
  );
  const standing = all(
    `select state, count from counter where lifecycle = 'incubation' and center_id in (?)`,
  );
  const record = all('select * from application where id = ?');
  const history = all(
    `select * from history where lifecycle = 'application' and record_id = ? order by number`,
  );
  const sections = all('select * from application_section where application_id = ?');
  const papers = all(
    `select * from document where lifecycle = ? and record_id = ? and removed_at is null order by id desc`,
  );
  const call = all('select * from call where id = ?');
  const organization = all('select * from organization where id = ?');
  const seat = all('select * from seat where organization_id = ?');
  const communities = all(`with recursive found (name) as (
    select min(community) from organization where center_id = ? union all
    select (select min(community) from organization where center_id = ? and community > found.name)
    from found where found.name is not null) select name from found where name is not null limit 200`);
  const records = ['application', 'incubation', 'evaluation', 'graduation', 'progress_report'].map(
    (name) =>
      [name, all(`select * from ${name} where organization_id = ? order by id desc limit 60`)] as const,
  );
  const found =
    all(`select o.* from organization o join (select g.rowid as seq, s.organization_id from organization_grams g
    join organization_search s on s.seq = g.rowid where g.organization_grams match ?) m on m.organization_id = o.id
    where o.center_id in (?) order by m.seq desc limit 26`);
  const directory = all(`select id, name, standing, community, fields, joined_on from organization
    where listed = 1 and standing in ('incubated', 'graduated') order by id desc limit 26`);
  const recordColumns = [
    'organization_name',
    'number',
    'state',
    'due_at',
    'responsible_name',
    'score',
    'updated_at',
  ];

  return (path, asked) => {
    const get = (name: string) => asked.get(name) ?? '';
    if (path === '/desk') {
      const steps = (rows: readonly Row[], more: readonly string[]) =>
        table(
          [...rows].sort((a, b) => (String(a.due_at ?? '9') < String(b.due_at ?? '9') ? -1 : 1)),
          (r) => `/applications/${r.record_id}`,
          ['organization_name', 'event', 'state', 'since', 'due_at', ...more],
        );
      return page(
        'Desk',
        steps(waiting(get('person'), get('center')).slice(0, 30), []) +
          steps(others(...otherRoles.map(() => get('center'))).slice(0, 8), ['role', 'person_name']) +
          list(standing(get('center')), (r) => `${r.state} ${r.count}`),
      );
    }
    if (path === '/list')
      return page(
        'Applications',
        counters(get('center'))
          .map((c) => `<a href="?stage=${c.state}">${c.state} ${c.count}</a>`)
          .join(' ') +
          table(
            listed(get('center'), get('stage')).slice(0, 25),
            (r) => `/applications/${r.id}`,
            recordColumns,
          ),
      );
    if (path === '/application') {
      const [found = {}] = record(get('id'));
      return page(
        'Application',
        facts(found) +
          facts(call(String(found.call_id))[0] ?? {}) +
          sections(get('id'))
            .map((section) => facts({ ...section, ...JSON.parse(String(section.values)) }))
            .join('') +
          table(papers('application', get('id')), (r) => `/documents/${r.id}`, paperColumns) +
          table(history(get('id')), () => '#', [
            'event',
            'from_state',
            'to_state',
            'at',
            'actor_name',
            'role',
            'hash',
          ]),
      );
    }
    if (path === '/organization') {
      const lives = records.map(([name, of]) => [name, of(get('id'))] as const);
      const application = String(lives[0]?.[1][0]?.id ?? '');
      return page(
        'Organization',
        facts(organization(get('id'))[0] ?? {}) +
          facts(seat(get('id'))[0] ?? {}) +
          table(papers('application', application), (r) => `/documents/${r.id}`, paperColumns) +
          lives
            .map(([name, rows]) =>
              table(rows, (r) => `/${name}/${r.id}`, [
                'number',
                'kind',
                'state',
                'created_at',
                'state_since',
                'due_at',
              ]),
            )
            .join(''),
      );
    }
    const cards = path === '/directory' ? directory() : found(get('match'), get('center'));
    const chosen = path === '/directory' ? [] : communities(get('center'), get('center'));
    return page(
      'Organizations',
      list(chosen, (r) => text(r.name)) +
        table(cards.slice(0, 25), (r) => `/organizations/${r.id}`, [
          'name',
          'registration_type',
          'uscc',
          'community',
          'standing',
          'person_name',
          'phone',
          'joined_on',
        ]),
    );
  };
}
