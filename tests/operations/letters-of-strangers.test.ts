import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askToApply } from '#app/operations/applications/start-application.server.ts';
import { deliverOutbox } from '#app/operations/deliver-outbox.server.ts';
import { createMailer, type Mailer } from '#app/outside/mail.server.ts';
import { type MailServer, openMailServer, wordsOf } from '../outside/mail-server.ts';
import { openWorld, type World } from '../world.ts';
import { here } from './people/accounts.ts';

const origin = 'https://hatchery.example';
let world: World;
let server: MailServer;
let mailer: Mailer;

beforeEach(async () => {
  world = await openWorld();
  server = await openMailServer();
  mailer = createMailer(server.url);
});
afterEach(async () => {
  mailer.close();
  server.close();
  await world.close();
});

const deliver = () => deliverOutbox(world.house, mailer, origin);
const waiting = () =>
  world.store.read.selectFrom('outbox').selectAll().where('delivered_at', 'is', null).execute();

/** Something happens to an application of this name, and whoever is to hear of it is written to. */
async function applyAs(name: string): Promise<void> {
  const { id, lead } = await world.draft({ name });
  await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
}

/** Names as nobody has them: of templates of every kind, and with ends of lines and headers in them. */
const templates = [
  '{{constructor.constructor("return process")()}}',
  '$' + '{7*7}',
  '<%= 7*7 %> #{7*7}',
  '{link} {name, select, other {49}} {0}',
];
const breaks = [
  '队\r\nBcc: x@evil.example',
  '队\nSubject: other\n\nanother text',
  '队\r\n.\r\nRCPT TO:<x@evil.example>',
];

describe('a letter', () => {
  it('[ASVS 1.3.7] prints what somebody typed as it was typed, whatever templates look like', async () => {
    for (const name of templates) await applyAs(name);
    await deliver();
    for (const name of templates) {
      const letter = server.letters.find(({ text }) => text.includes(name));
      expect(letter, name).toBeDefined();
      expect(wordsOf(letter?.headers.find(([key]) => key === 'subject')?.[1] ?? '')).toContain(name);
    }
  });

  it('[ASVS 1.3.11] has the headers and the reader that we gave it, whatever stands in names', async () => {
    for (const name of breaks) await applyAs(name);
    await deliver();
    expect(server.letters.length).toBeGreaterThanOrEqual(breaks.length);
    const readers = (await world.store.read.selectFrom('person').select('email').execute()).map(
      (p) => p.email,
    );
    for (const { recipients, headers } of server.letters) {
      expect(headers.map(([name]) => name).sort()).toEqual([
        'content-transfer-encoding',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
      expect(recipients).toHaveLength(1);
      expect(readers).toContain(recipients[0]);
      expect(headers).toContainEqual(['to', recipients[0]]);
      expect(headers).toContainEqual(['from', 'center@demo.test']);
    }
    expect(await waiting()).toEqual([]);
  });
});

describe('where the mail server is down', () => {
  it('[ASVS 16.5.2] work goes on; the letter waits, is tried again after growing pauses, and arrives once', async () => {
    server.refuse('451 come back later');
    await applyAs('等信的服务队');
    const written = (await waiting()).length;
    expect(written).toBeGreaterThan(0);
    expect(await deliver()).toBe(0);
    // at once it is not asked again
    expect(await deliver()).toBe(0);
    const [first] = await waiting();
    expect(first).toMatchObject({ tries: 1, failure: 'mail.later' });
    world.clock.advance(61_000);
    await deliver();
    const [second] = await waiting();
    expect(second).toMatchObject({ tries: 2, failure: 'mail.later' });
    expect(Date.parse(second?.try_at ?? '') - Date.parse(world.clock.now())).toBe(120_000);
    server.refuse(undefined);
    world.clock.advance(121_000);
    expect(await deliver()).toBe(written);
    expect(await deliver()).toBe(0);
    expect(server.letters).toHaveLength(written);
    expect(await waiting()).toEqual([]);
  });

  it('[ASVS 16.5.2] or cannot be reached at all, whoever asks for a link is answered as ever', async () => {
    const gone = createMailer('smtp://127.0.0.1:9');
    const asked = await askToApply(world.house, {
      callId: world.callId,
      organizationName: '暖心服务队',
      registrationType: 'recorded',
      email: 'new@test.example',
      locale: 'zh-CN',
      address: here.address,
    });
    expect(asked.ok).toBe(true);
    expect(await deliverOutbox(world.house, gone, origin)).toBe(0);
    expect(await waiting()).toMatchObject([{ tries: 1, failure: 'mail.later' }]);
    gone.close();
    world.clock.advance(61_000);
    expect(await deliver()).toBe(1);
    expect(server.letters[0]?.recipients).toEqual(['new@test.example']);
  });
});
