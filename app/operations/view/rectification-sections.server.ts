import type { ContentEntry, ContentSection } from '#app/domain/lifecycles/content.ts';
import type {
  ClosedOrder,
  IncubationContext,
  Rectification,
} from '#app/domain/lifecycles/incubation/facts.ts';
import type { Tone } from '#app/domain/lifecycles/lifecycle.ts';
import type { RecordView } from '#app/domain/lifecycles/view.ts';
import { documentsShown, given, isOffice, line, typed } from './content-parts.server.ts';

type NameOf = (id: string | null) => string | null;
type Outcome = 'open' | 'accepted' | 'struck' | 'failed' | 'third' | 'left';

const tones: Readonly<Record<Outcome, Tone>> = {
  open: 'attention',
  accepted: 'good',
  struck: 'neutral',
  failed: 'stopped',
  third: 'stopped',
  left: 'neutral',
};

/**
 * The orders to rectify (整改通知书): the one that stands, and folded those that have ended, each with its findings,
 * answers and outcome. One only proposed is for the office to see.
 */
export function rectificationSections(
  view: RecordView,
  context: IncubationContext,
  nameOf: NameOf,
): readonly ContentSection[] {
  const { rectification, proposal } = context;
  const closed = context.closedOrders ?? [];
  return [
    ...(rectification === null
      ? []
      : [
          orderSection(rectification, {
            id: 'rectification',
            number: closed.length + 1,
            outcome: outcomeNow(view, context),
            nameOf,
          }),
        ]),
    ...(proposal === null || !isOffice(view) ? [] : [orderSection(proposal, { id: 'proposal', nameOf })]),
    ...closed
      .map((order, i) =>
        orderSection(order, {
          id: `order-${i + 1}`,
          number: i + 1,
          outcome: order.outcome,
          nameOf,
          closed: order,
        }),
      )
      .reverse(),
  ];
}

/** What became of the order that stands: an exit that it led to, or that came while it was open, leaves it so. */
function outcomeNow(view: RecordView, { exit }: IncubationContext): Outcome {
  if (view.state === 'rectifying') return 'open';
  if (exit?.cause === 'rectification_failed') return 'failed';
  return exit?.cause === 'third_rectification' ? 'third' : 'left';
}

interface Told {
  readonly id: string;
  readonly nameOf: NameOf;
  readonly number?: number;
  readonly outcome?: Outcome;
  readonly closed?: ClosedOrder;
}

function orderSection(order: Rectification, { id, nameOf, number, outcome, closed }: Told): ContentSection {
  const open = outcome === undefined || outcome === 'open';
  return {
    id,
    kind: 'entries',
    title:
      number === undefined
        ? { key: 'content.proposal' }
        : { key: 'content.rectification', params: { number } },
    ...(closed ? { fold: true } : {}),
    entries: [
      {
        id: `${id}-order`,
        title: { key: `incubation.ground.${order.ground}` },
        ...(outcome === undefined
          ? {}
          : { tag: { label: { key: `content.rectification.outcome.${outcome}` }, tone: tones[outcome] } }),
        lines: given([
          line('content.rectification.proposedBy', typed(nameOf(order.proposedBy))),
          line('content.rectification.signedBy', typed(nameOf(order.signedBy))),
          line(
            'content.rectification.orderedOn',
            order.orderedOn === undefined ? null : { date: order.orderedOn },
          ),
          line('content.rectification.vouchedBy', typed(nameOf(order.vouchedBy))),
          line('content.rectification.closedOn', closed ? { date: closed.closedOn } : null),
          line('content.rectification.finding', typed(closed?.finding)),
        ]),
      },
      ...order.findings.map((finding) => findingEntry(finding, open)),
    ],
    empty: { key: 'content.none' },
  };
}

function findingEntry(finding: Rectification['findings'][number], open: boolean): ContentEntry {
  const answered = finding.answer !== null;
  return {
    id: finding.key,
    title: finding.text,
    ...(open
      ? {
          tag: answered
            ? { label: { key: 'content.rectification.answered' }, tone: 'waiting' as const }
            : { label: { key: 'content.rectification.open' }, tone: 'attention' as const },
        }
      : {}),
    lines: given([
      line('content.rectification.dueOn', { due: finding.dueOn, settled: answered || !open }),
      line('content.rectification.answer', typed(finding.answer)),
      line('content.rectification.evidence', documentsShown(finding.evidence)),
    ]),
  };
}
