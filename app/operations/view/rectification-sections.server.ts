import type { ContentSection } from '#app/domain/lifecycles/content.ts';
import type { IncubationContext, Rectification } from '#app/domain/lifecycles/incubation/facts.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { documentsShown, given, isOffice, line, typed } from './content-parts.server.ts';

type NameOf = (id: string | null) => string | null;

/** The order to rectify (整改) that is open, finding by finding; one only proposed is for the office to see. */
export function rectificationSections(
  view: RecordView,
  context: IncubationContext,
  nameOf: NameOf,
): readonly ContentSection[] {
  const { rectification, proposal } = context;
  return [
    ...(rectification === null ? [] : [orderSection('rectification', rectification, context, nameOf)]),
    ...(proposal === null || !isOffice(view) ? [] : [orderSection('proposal', proposal, context, nameOf)]),
  ];
}

function orderSection(
  id: 'rectification' | 'proposal',
  order: Rectification,
  context: IncubationContext,
  nameOf: NameOf,
): ContentSection {
  return {
    id,
    kind: 'entries',
    title: { key: `content.${id}` },
    note: { key: 'content.rectification.count', params: { count: context.rectifications } },
    entries: [
      {
        id: `${id}-order`,
        title: { key: `incubation.ground.${order.ground}` },
        lines: given([
          line('content.rectification.proposedBy', typed(nameOf(order.proposedBy))),
          line('content.rectification.signedBy', typed(nameOf(order.signedBy))),
          line('content.rectification.vouchedBy', typed(nameOf(order.vouchedBy))),
        ]),
      },
      ...order.findings.map((finding) => ({
        id: finding.key,
        title: finding.text,
        tag:
          finding.answer === null
            ? { label: { key: 'content.rectification.open' }, tone: 'attention' as const }
            : { label: { key: 'content.rectification.answered' }, tone: 'waiting' as const },
        lines: given([
          line('content.rectification.dueOn', { due: finding.dueOn, settled: finding.answer !== null }),
          line('content.rectification.answer', typed(finding.answer)),
          line('content.rectification.evidence', documentsShown(finding.evidence)),
        ]),
      })),
    ],
    empty: { key: 'content.none' },
  };
}
