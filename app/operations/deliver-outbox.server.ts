import { happenedKey } from '#app/domain/lifecycles/happened.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { chooseLocale } from '#app/i18n/locale.ts';
import { type Translate, translator } from '#app/i18n/translate.ts';
import type { Letter, Mailer } from '#app/outside/mail.server.ts';
import { nextTurn } from '#app/outside/turns.server.ts';
import { paths } from '#app/paths.ts';
import { notificationLetter, type OutboxRow, undelivered } from '#db/reads/outbox.server.ts';
import { markDelivered, putOffDelivery } from '#db/writes/outbox.server.ts';
import type { House } from './house.ts';
import { lettersOfEvent } from './letters/letters-of-event.server.ts';

const mostAtOnce = 50;
const longestPauseMs = 6 * 3_600_000;

/**
 * Delivers what the outbox holds, at least once each; every letter carries a key, so that a mailbox shows it once.
 * What fails is tried again after a growing pause; what is refused for good is marked so. Only one process delivers at
 * a time, so that none sends what another is sending. Answers how many went.
 */
export const deliverOutbox = async (house: House, mailer: Mailer, origin: string): Promise<number> =>
  (await house.store.alone('outbox', () => deliverNow(house, mailer, origin))) ?? 0;

async function deliverNow(house: House, mailer: Mailer, origin: string): Promise<number> {
  const now = house.clock.now();
  let delivered = 0;
  for (const row of await undelivered(house.store.read, now, mostAtOnce)) {
    const letter = await letterOf(house, row, origin);
    const sent = letter === null ? null : await mailer.send(letter);
    await house.store.write(async (trx) => {
      if (sent === null) return markDelivered(trx, row.id, now, 'nobody');
      if (sent.ok) return markDelivered(trx, row.id, now, sent.value === 'kept' ? 'kept' : null);
      const code = sent.refusals[0]?.code ?? 'mail.later';
      if (code === 'mail.never') return markDelivered(trx, row.id, now, code);
      const pause = Math.min(60_000 * 2 ** row.tries, longestPauseMs);
      return putOffDelivery(
        trx,
        row.id,
        row.tries + 1,
        new Date(Date.parse(now) + pause).toISOString(),
        code,
      );
    });
    if (sent?.ok) delivered += 1;
    await nextTurn();
  }
  return delivered;
}

/** The letter that a row of the outbox stands for, in the language of its reader; null where nobody is to get it. */
export async function letterOf(house: House, row: OutboxRow, origin: string): Promise<Letter | null> {
  const payload = JSON.parse(row.payload) as Record<string, unknown>;
  if (row.kind === 'notification') {
    const found = await notificationLetter(house.store.read, String(payload.notificationId));
    if (found === undefined) return null;
    const t = translator(chooseLocale(found.locale, null));
    const lifecycle = found.lifecycle as LifecycleName;
    const what =
      t.maybe(happenedKey(lifecycle, found.event)) ??
      t.maybe(`${lifecycle}.systemEvent.${found.event}.done`) ??
      t.maybe(`lifecycle.${found.event}.done`) ??
      found.event;
    const who = found.actor_name || t('ui.log.system');
    return {
      to: found.email,
      subject: t('mail.notification.subject', { organization: found.organization_name, what }),
      text: t('mail.notification.text', {
        name: found.name,
        who,
        what,
        organization: found.organization_name,
        link: origin + paths.record(lifecycle, found.record_id),
        letters: lettersText(
          t,
          (await lettersOfEvent(house, found)).map((l) => ({
            ...l,
            link: origin + paths.letter(lifecycle, found.record_id, l.id),
          })),
        ),
      }),
      key: row.id,
    };
  }
  const t = translator(chooseLocale(typeof payload.locale === 'string' ? payload.locale : null, null));
  const params = {
    ...(payload.params as Record<string, string> | undefined),
    link: origin + String(payload.link ?? ''),
  };
  const template = String(payload.template);
  return {
    to: String(payload.to),
    subject: t.maybe(`mail.${template}.subject`, params) ?? template,
    text: t.maybe(`mail.${template}.text`, params) ?? params.link,
    key: row.id,
  };
}

/** The letters that were issued with an event, each with where it is; nothing where there are none. */
const lettersText = (
  t: Translate,
  letters: readonly { readonly name: string; readonly link: string }[],
): string =>
  letters.length === 0
    ? ''
    : `\n\n${t('mail.notification.letters', {
        letters: letters.map((l) => `${t.maybe(`letter.kind.${l.name}`) ?? ''} ${l.link}`).join('\n'),
      })}`;
