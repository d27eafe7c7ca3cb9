import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { abilities } from '#app/domain/policy/abilities.ts';
import { type Role, roles } from '#app/domain/policy/actor.ts';

/** The table of who may do what as Markdown: what the policy reads, and nothing else. Deny by default. */
export function abilitiesDocument(): string {
  const events = Object.values(lifecycles).flatMap((lifecycle) =>
    Object.entries(lifecycle.events).map(([event, declaration]): readonly [string, readonly Role[]] => [
      `${lifecycle.name}: ${event}`,
      declaration.delegates ? [...declaration.by, 'staff'] : declaration.by,
    ]),
  );
  const reading = Object.values(lifecycles).map((lifecycle): readonly [string, readonly Role[]] => [
    `${lifecycle.name}: read`,
    lifecycle.readBy,
  ]);
  return [
    '# Who may do what',
    '',
    'Drawn from the policy; `tests/house` fails when this page is not what it says. A role counts only where it is held',
    '(center, organization, region); reviewers, assessors and mentors only on records that name them; staff send an event',
    'of the lead only when the lead made them a delegate. Whether an event is possible now, the machine says. Where every',
    'director of the center is recused or holds an office in the organization, the supervisor sends what only the director',
    'may send, in the director’s place.',
    '',
    ...table('Abilities', Object.entries(abilities) as [string, readonly Role[]][]),
    ...table('Reading a record', reading),
    ...table('Sending an event', events),
  ].join('\n');
}

function table(title: string, rows: readonly (readonly [string, readonly Role[]])[]): readonly string[] {
  const columns: readonly Role[] = [...roles, 'public'];
  return [
    `## ${title}`,
    '',
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => ':-:').join('|')}|`,
    ...rows.map(
      ([name, may]) => `| ${name} | ${columns.map((role) => (may.includes(role) ? '●' : '')).join(' | ')} |`,
    ),
    '',
  ];
}
