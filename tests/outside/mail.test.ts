import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '#app/outside/mail.server.ts';

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

/** A mail server that takes letters, or answers every recipient with `refusal`. */
async function mailServer(refusal?: string): Promise<{ url: string; letters: string[] }> {
  const letters: string[] = [];
  const server: Server = createServer((socket) => {
    let inLetter = false;
    let received = '';
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      received += data.toString('utf8');
      if (inLetter) {
        if (!received.includes('\r\n.\r\n')) return;
        letters.push(received);
        received = '';
        inLetter = false;
        socket.write('250 taken\r\n');
        return;
      }
      for (const line of received.split('\r\n').slice(0, -1)) {
        if (line.startsWith('RCPT') && refusal) socket.write(`${refusal}\r\n`);
        else if (line === 'DATA') {
          inLetter = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 ok\r\n');
      }
      received = '';
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}?from=center@demo.test&ignoreTLS=true`, letters };
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
    const identities = server.letters.map((sent) => /^Message-ID: (.*)$/im.exec(sent)?.[1]);
    expect(server.letters[0]).toContain('From: center@demo.test');
    expect(identities[0]).toMatch(/@demo\.test>/);
    expect(identities[1]).toBe(identities[0]);
  });

  it('cannot be made to write a header or to a second person', async () => {
    const server = await mailServer();
    const mailer = mailerOf(server.url);
    await mailer.send({ ...letter, subject: 'a\r\nBcc: x@evil.example' });
    expect(server.letters[0]).not.toMatch(/^Bcc:/m);
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
