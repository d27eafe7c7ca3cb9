import { createServer, type Server, type Socket } from 'node:net';

/** A letter as a mail server was handed it. */
export interface TakenLetter {
  /** Whom the envelope names. */
  readonly recipients: readonly string[];
  /** By name in small letters; a name that comes twice has two entries. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What a reader sees: unpacked, with lines ending in one way. */
  readonly text: string;
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly letters: readonly TakenLetter[];
  /** Takes letters again after it was made to refuse, or the other way round. */
  readonly refuse: (answer: string | undefined) => void;
  readonly close: () => void;
}

/** A mail server on this machine that takes letters, or answers every recipient with `refusal`. */
export async function openMailServer(refusal?: string): Promise<MailServer> {
  const letters: TakenLetter[] = [];
  let refusing = refusal;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let inLetter = false;
    let received = '';
    let recipients: string[] = [];
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      received += data.toString('latin1');
      if (inLetter) {
        const end = received.indexOf('\r\n.\r\n');
        if (end < 0) return;
        letters.push(readLetter(recipients, Buffer.from(received.slice(0, end), 'latin1').toString('utf8')));
        received = '';
        inLetter = false;
        recipients = [];
        socket.write('250 taken\r\n');
        return;
      }
      for (const line of received.split('\r\n').slice(0, -1)) {
        if (line.startsWith('RCPT') && refusing) socket.write(`${refusing}\r\n`);
        else if (line === 'DATA') {
          inLetter = true;
          socket.write('354 go on\r\n');
        } else {
          const to = /^RCPT TO:<(.*)>/.exec(line)?.[1];
          if (to !== undefined) recipients.push(to);
          socket.write('250 ok\r\n');
        }
      }
      received = '';
    });
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}?from=center@demo.test&ignoreTLS=true`,
    letters,
    refuse: (answer) => {
      refusing = answer;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function readLetter(recipients: readonly string[], raw: string): TakenLetter {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    });
  const packing = headers.find(([name]) => name === 'content-transfer-encoding')?.[1] ?? '7bit';
  return { recipients, headers, raw, text: unpacked(packing, body.join('\r\n\r\n')).replace(/\r\n/g, '\n') };
}

/** RFC 2045, 6.7 and 6.8. */
function unpacked(packing: string, body: string): string {
  if (packing === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (packing !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A header's words, unpacked (RFC 2047). */
export const wordsOf = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/g, (__, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
