import Sqlite from 'better-sqlite3';

/** What is measured in one database: the same lives of the first center at every size. */
export interface Subjects {
  readonly file: string;
  readonly size: number;
  readonly center: string;
  readonly manager: string;
  /** Accounts that sign in. */
  readonly emails: readonly string[];
  /** An organization that went all the way, and an application that is being decided. */
  readonly organization: string;
  readonly application: string;
  /** Submitted applications that can be accepted, and drafts that the bare server may turn over. */
  readonly submitted: readonly { readonly id: string; readonly version: number }[];
  readonly drafts: readonly string[];
  /** Applications that a director may hand over to another manager. */
  readonly underWay: readonly { readonly id: string; readonly version: number }[];
  /** Two characters of a name that is neither rare nor common. */
  readonly term: string;
}

const manager = 'manager@demo.test';
/** Addresses of people and organizations that stand in the first center at every size. */
const told = /^[a-z]+-?\d*@/;

/** Finds them in a generated database. */
export function subjectsIn(file: string, size: number): Subjects {
  const db = new Sqlite(file, { readonly: true });
  const column = (statement: string, ...values: readonly string[]) =>
    db
      .prepare(statement)
      .pluck()
      .all(...values) as string[];
  try {
    const [person = ''] = column('select id from person where email = ?', manager);
    const [center = ''] = column(
      `select scope_id from membership where person_id = ? and role = 'manager'`,
      person,
    );
    const firstOf = (state: string) => {
      const rows = db
        .prepare(
          `select t.id, t.organization_id, o.email from application t join organization o on o.id = t.organization_id
            where t.center_id = ? and t.state = ? order by o.email, t.id`,
        )
        .all(center, state) as { id: string; organization_id: string; email: string | null }[];
      const found = rows.find(({ email }) => told.test(email ?? ''));
      if (found === undefined) throw new Error(`No ${state} application to measure`);
      return found;
    };
    return {
      file,
      size,
      center,
      manager: person,
      emails: column(
        `select p.email from person p join membership m on m.person_id = p.id where m.scope = 'center' and m.scope_id = ? order by 1 limit 12`,
        center,
      ),
      organization: firstOf('admitted').organization_id,
      application: firstOf('decision_pending').id,
      submitted: db
        .prepare(
          `select id, version from application where center_id = ? and state = 'submitted' order by id limit 4000`,
        )
        .all(center) as Subjects['submitted'][number][],
      drafts: column(`select id from application where center_id = ? and state = 'draft' limit 4000`, center),
      underWay: db
        .prepare(
          `select id, version from application where center_id = ? and state in ('screening', 'panel_pending', 'in_review')
            order by id limit 200`,
        )
        .all(center) as Subjects['underWay'][number][],
      // a word of more than a page of names at each size, so that pages of the same length are compared
      term: '志愿',
    };
  } finally {
    db.close();
  }
}
