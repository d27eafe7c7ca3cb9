import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '#app/outside/mail.server.ts';
import { type MailServer, openMailServer } from './mail-server.ts';

const letter = {
  to: 'lead@demo.test',
  subject: '请补交章程',
  text: '请在 12月5日前补交章程。',
  key: 'outbox-1',
};
const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function mailServer(refusal?: string): Promise<MailServer> {
  const server = await openMailServer(refusal);
  open.push(server);
  return server;
}

function mailerOf(url: string | null): Mailer {
  const mailer = createMailer(url);
  open.push(mailer);
  return mailer;
}

describe('the mailer', () => {
  it('keeps letters where no mail server is set up', async () => {
    expect(await mailerOf(null).send(letter)).toEqual({ ok: true, value: 'kept' });
  });

  it('sends a letter from the center, with the same identity at each attempt', async () => {
    const server = await mailServer();
    const mailer = mailerOf(server.url);
    expect(await mailer.send(letter)).toEqual({ ok: true, value: 'sent' });
    expect(await mailer.send(letter)).toEqual({ ok: true, value: 'sent' });
    const identities = server.letters.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(server.letters[0]?.raw).toContain('From: center@demo.test');
    expect(identities[0]).toMatch(/@demo\.test>/);
    expect(identities[1]).toBe(identities[0]);
  });

  it('cannot be made to write a header or to a second person', async () => {
    const server = await mailServer();
    const mailer = mailerOf(server.url);
    await mailer.send({ ...letter, subject: 'a\r\nBcc: x@evil.example' });
    expect(server.letters[0]?.raw).not.toMatch(/^Bcc:/m);
    for (const to of ['a@b.cn, c@evil.example', 'a@b.cn\r\nBcc: c@evil.example', '<a@b.cn>', '']) {
      expect(await mailer.send({ ...letter, to })).toMatchObject({ refusals: [{ code: 'mail.never' }] });
    }
    expect(server.letters).toHaveLength(1);
  });

  it('tells what is worth another attempt from what is not', async () => {
    const never = await mailServer('550 no such user');
    const later = await mailServer('451 come back later');
    expect(await mailerOf(never.url).send(letter)).toMatchObject({ refusals: [{ code: 'mail.never' }] });
    expect(await mailerOf(later.url).send(letter)).toMatchObject({ refusals: [{ code: 'mail.later' }] });
    expect(await mailerOf('smtp://127.0.0.1:9').send(letter)).toMatchObject({
      refusals: [{ code: 'mail.later' }],
    });
  });
});
