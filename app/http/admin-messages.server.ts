import type { MessageView } from '#app/components/admin/outbox-page.tsx';
import { maskEmail } from '#app/domain/masking.ts';
import type { Connection } from '#db/connection.server.ts';
import { addressesOf, type MessageRow } from '#db/reads/admin-outbox.server.ts';

/**
 * Messages as an administrator sees them: to whom and of what kind, never the case itself. Addresses and links are
 * covered, because a link opens an account; in the demo both are shown.
 */
export async function messagesShown(
  db: Connection,
  rows: readonly MessageRow[],
  demo: boolean,
): Promise<readonly MessageView[]> {
  const payloads = rows.map((row) => JSON.parse(row.payload) as Record<string, unknown>);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const addresses = await addressesOf(
    db,
    payloads.map((p) => text(p.notificationId)).filter((id) => id !== ''),
  );
  return rows.map((row, i) => {
    const payload = payloads[i] ?? {};
    const to = text(payload.to) || (addresses.get(text(payload.notificationId)) ?? '');
    const link = text(payload.link);
    return {
      id: row.id,
      kind: row.kind === 'notification' ? 'notification' : text(payload.template) || row.kind,
      to: demo ? to : maskEmail(to),
      link: link === '' ? null : demo ? link : maskLink(link),
      createdAt: row.created_at,
      tryAt: row.try_at,
      tries: row.tries,
      deliveredAt: row.delivered_at,
      failure: row.failure,
    };
  });
}

/** A link without what opens it: `/links/••••••`. */
export const maskLink = (link: string): string => link.replace(/[^/?#]+([?#].*)?$/, '••••••');
