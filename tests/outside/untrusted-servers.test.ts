import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, createServer as createSecureServer, TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LogFields } from '#app/outside/log.server.ts';
import { createMailer } from '#app/outside/mail.server.ts';
import { connectStore } from '#db/connection.server.ts';
import { type SelfSigned, selfSigned } from './self-signed.ts';

const letter = { to: 'lead@demo.test', subject: '章程', text: '请补交章程。', key: 'outbox-1' };
const secret = 'the-password-of-the-center';
const open: { close(): unknown }[] = [];
let signed: SelfSigned;

beforeAll(() => {
  signed = selfSigned();
});
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

/** A server with a port of this machine, and what it was told under the seal of TLS. */
interface Listening {
  readonly port: number;
  readonly heard: () => string;
}

async function listening(server: Server, heard: () => string): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, heard };
}

/** Speaks as a mail server that takes everything. */
function takeMail(socket: Socket, hear: (text: string) => void): void {
  socket.on('error', () => {});
  socket.on('data', (data) => {
    hear(data.toString());
    for (const line of data.toString().split('\r\n').slice(0, -1)) {
      if (line.startsWith('EHLO')) socket.write('250-test\r\n250 AUTH PLAIN\r\n');
      else if (line.startsWith('AUTH')) socket.write('235 in\r\n');
      else if (line === 'DATA') socket.write('354 go on\r\n');
      else if (line === '.' || /^(MAIL|RCPT|QUIT)/.test(line)) socket.write('250 ok\r\n');
    }
  });
}

async function sealedMailServer(): Promise<Listening> {
  let heard = '';
  const server = createSecureServer(signed, (socket) => {
    takeMail(socket, (text) => {
      heard += text;
    });
    socket.write('220 test\r\n');
  });
  server.on('tlsClientError', () => {});
  return listening(server, () => heard);
}

/** A mail server in the clear that offers to be sealed, as most do on port 587. */
async function sealingMailServer(): Promise<Listening> {
  let heard = '';
  const server = createServer((socket) => {
    socket.write('220 test\r\n');
    socket.on('data', function answer(data) {
      const text = data.toString();
      if (text.startsWith('EHLO')) socket.write('250-test\r\n250 STARTTLS\r\n');
      else if (text.startsWith('STARTTLS')) {
        socket.off('data', answer);
        socket.write('220 go on\r\n');
        const sealed = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(signed) });
        takeMail(sealed, (line) => {
          heard += line;
        });
      } else {
        heard += text;
        socket.write('250 ok\r\n');
      }
    });
  });
  return listening(server, () => heard);
}

/** As much of a PostgreSQL server as there is before its first answer: it is asked for TLS, and grants it. */
async function sealedDatabase(): Promise<Listening> {
  let heard = '';
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('S');
      const sealed = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(signed) });
      sealed.on('error', () => {});
      sealed.on('data', (data) => {
        heard += data.toString('latin1');
        sealed.destroy();
      });
    });
  });
  return listening(server, () => heard);
}

/** What sending a letter comes to, and what is told of its failing. */
async function send(url: string) {
  const told: LogFields[] = [];
  const mailer = createMailer(url, (fields) => void told.push(fields));
  open.push(mailer);
  return { answer: await mailer.send(letter), told };
}

describe('[ASVS 12.3.2] a server that vouches for itself alone', () => {
  it('gets no mail and no password', async () => {
    const server = await sealedMailServer();
    const url = `smtps://center:${secret}@127.0.0.1:${server.port}?from=center@demo.test`;
    const { answer } = await send(url);
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'mail.later' }] });
    expect(server.heard()).toBe('');
    // it would have: whoever sets it up so gets it so
    expect((await send(`${url}&tls.rejectUnauthorized=false`)).answer).toMatchObject({ ok: true });
    expect(server.heard()).toContain('AUTH PLAIN');
  });

  it('gets none either where it offers to be sealed on the way', async () => {
    const server = await sealingMailServer();
    const url = `smtp://center:${secret}@127.0.0.1:${server.port}?from=center@demo.test`;
    expect((await send(url)).answer).toMatchObject({ ok: false, refusals: [{ code: 'mail.later' }] });
    expect(server.heard()).toBe('');
    expect((await send(`${url}&tls.rejectUnauthorized=false`)).answer).toMatchObject({ ok: true });
    expect(server.heard()).toContain('AUTH PLAIN');
  });

  it.each(['sslmode=require', 'sslmode=verify-ca', 'sslmode=verify-full', 'sslmode=prefer', 'ssl=true'])(
    'is no database of ours: %s',
    async (asked) => {
      const server = await sealedDatabase();
      const url = `postgres://hatchery:${secret}@127.0.0.1:${server.port}/hatchery?${asked}`;
      await expect(connectStore({ url })).rejects.toThrow(/self[- ]signed certificate/);
      expect(server.heard()).toBe('');
    },
  );

  it('is one where the operator vouches for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hatchery-vouched-'));
    open.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
    writeFileSync(join(folder, 'ca.pem'), signed.cert);
    const server = await sealedDatabase();
    const url = `postgres://hatchery:${secret}@127.0.0.1:${server.port}/hatchery?sslmode=verify-full&sslrootcert=${join(folder, 'ca.pem')}`;
    await expect(connectStore({ url })).rejects.toThrow();
    expect(server.heard()).toContain('hatchery');
  });

  it('[ASVS 16.3.4] is told of in the log, by its code and without a password', async () => {
    const server = await sealedMailServer();
    const { told } = await send(`smtps://center:${secret}@127.0.0.1:${server.port}?from=center@demo.test`);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toMatch(/SELF_SIGNED/);
    expect(JSON.stringify(told)).not.toContain(secret);
  });
});
