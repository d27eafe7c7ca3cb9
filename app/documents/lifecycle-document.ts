import type { AnyLifecycle } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { type GraphEdge, graphOf } from '#app/domain/lifecycles/graph.ts';
import type { Translate } from '#app/i18n/translate.ts';

/** The document of all lifecycles as Markdown: a diagram and a table each, drawn from the machines. */
export function lifecycleDocument(zh: Translate, en: Translate): string {
  const parts = Object.values(lifecycles).map((lifecycle) => chapter(lifecycle, zh, en));
  return [
    '# Lifecycles',
    '',
    'Drawn from the machines in `app/domain/lifecycles`; `tests/house` fails when this page is not what they say.',
    'To draw it again: `UPDATE_DOCS=1 npx vitest run tests/house/drawn-documents.test.ts`.',
    '',
    ...parts,
  ].join('\n');
}

function chapter(lifecycle: AnyLifecycle, zh: Translate, en: Translate): string {
  const graph = graphOf(lifecycle);
  const word = (t: Translate, key: string, fallback: string) =>
    t.maybe(`${lifecycle.name}.${key}`) ?? fallback;
  const state = (s: string) => `\`${s}\` ${word(zh, `state.${s}`, s)}`;
  const named = (e: GraphEdge) =>
    e.by === 'timer' ? `⏱ ${e.name}` : `${e.name} ${word(zh, `event.${e.name}`, '')}`.trim();
  const rows = graph.edges.map(
    (e) =>
      `| ${state(e.from)} | ${named(e)} | ${e.roles.join(', ')} | ${e.guards.join(', ')} | ${e.to === e.from ? 'same' : state(e.to)} |`,
  );
  const arrows = new Map<string, string[]>();
  for (const e of graph.edges) {
    if (e.to === e.from) continue;
    const key = `${e.from} --> ${e.to}`;
    arrows.set(key, [...(arrows.get(key) ?? []), e.by === 'timer' ? `⏱ ${e.name}` : e.name]);
  }
  return [
    `## ${word(en, 'title', lifecycle.name)} ${word(zh, 'title', '')} (version ${lifecycle.version})`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${graph.states[0]?.name}`,
    ...[...arrows].map(([arrow, names]) => `  ${arrow} : ${[...new Set(names)].join(' / ')}`),
    ...graph.states.filter((s) => s.final).map((s) => `  ${s.name} --> [*]`),
    '```',
    '',
    '| from | event | by | guards | to |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
