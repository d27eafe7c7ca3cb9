import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import { type IncubationContext, serviceKinds } from '#app/domain/lifecycles/incubation/facts.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { documentsShown, doorOf, typed } from './content-parts.server.ts';

/** Hours are told to two decimals; adding them must not blur that. */
const exact = (n: number): number => Math.round(n * 100) / 100;

/** What an organization was given: sums by kind, and folded every single time. */
export function serviceSections(
  view: RecordView,
  { services }: IncubationContext,
  nameOf: (id: string | null) => string | null,
): readonly ContentSection[] {
  const door = doorOf(view, 'record_service');
  const sums = serviceKinds
    .map((kind) => ({ kind, of: services.filter((s) => s.kind === kind) }))
    .filter(({ of }) => of.length > 0);
  const table: ContentSection = {
    id: 'services',
    kind: 'table',
    title: { key: 'content.services' },
    ...(door ? { action: door } : {}),
    head: [
      { label: { key: 'content.services.kind' } },
      { label: { key: 'content.services.times' }, number: true },
      { label: { key: 'content.services.hours' }, number: true },
      { label: { key: 'content.services.last' } },
    ],
    rows: sums.map(({ kind, of }) => ({
      id: kind,
      cells: [
        { key: `incubation.service.${kind}` },
        { number: of.length },
        { number: exact(of.reduce((sum, s) => sum + s.hours, 0)) },
        {
          date:
            of
              .map((s) => s.on)
              .sort()
              .at(-1) ?? '',
        },
      ],
    })),
    empty: { key: 'content.services.none' },
  };
  if (services.length === 0) return [table];
  return [
    table,
    {
      id: 'service-list',
      kind: 'table',
      title: { key: 'content.services.each', params: { count: services.length } },
      fold: true,
      head: [
        { label: { key: 'content.services.on' } },
        { label: { key: 'content.services.kind' } },
        { label: { key: 'content.services.hours' }, number: true },
        { label: { key: 'content.services.by' } },
        { label: { key: 'content.services.note' } },
        { label: { key: 'content.documents' } },
      ],
      rows: services
        .map((s, i) => ({
          id: String(i),
          on: s.on,
          cells: [
            { date: s.on },
            { key: `incubation.service.${s.kind}` },
            { number: s.hours },
            typed(nameOf(s.by)),
            typed(s.note),
            documentsShown(s.documents),
          ],
        }))
        .sort((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ id, cells }) => ({ id, cells })),
      empty: { key: 'content.services.none' },
    },
  ];
}
