import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { done, type Result, refusal, refused } from '#app/domain/refusal.ts';
import type { LogFields } from './log.server.ts';

/** A letter to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same for each attempt to send the same letter, so that a mailbox shows it once. */
  readonly key: string;
}

/** What became of a letter. `kept`: no mail server is set up; it stays in the outbox, where administrators see it. */
export type Delivery = 'sent' | 'kept';

/** Sends letters, or keeps them where no mail server is set up. */
export interface Mailer {
  /** Refused with `mail.later` (try again) or `mail.never` (the address or the letter is not accepted). */
  send(letter: Letter): Promise<Result<Delivery>>;
  close(): void;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/**
 * The mailer of an SMTP address, such as `smtps://user:password@smtp.example.cn?from=center@example.cn`;
 * without an address nothing is ever sent. The sender is `from`, else the user where it is an address.
 * `tellFailure` hears why a letter did not go, in codes: a certificate that nobody vouches for, no answer, a refusal.
 */
export function createMailer(
  smtpUrl: string | null,
  tellFailure: (why: LogFields) => void = () => {},
): Mailer {
  if (smtpUrl === null) return { send: async () => done('kept'), close: () => {} };
  const from = senderOf(smtpUrl);
  const transport = nodemailer.createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: ANSWER_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    close: () => transport.close(),
    send: async ({ to, subject, text, html, key }) => {
      if (!isOneAddress(to)) return refused(refusal('mail.never'));
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject: subject.replace(/[\r\n]+/g, ' '),
          text,
          ...(html === undefined ? {} : { html }),
          messageId: messageId(key, from),
        });
        return done('sent');
      } catch (error) {
        tellFailure(failureFields(error));
        return refused(refusal(isFinal(error) ? 'mail.never' : 'mail.later'));
      }
    },
  };
}

/** One address and nothing that could name a second one or another header. */
const isOneAddress = (text: string): boolean =>
  /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(text) && text.length <= 254;

function senderOf(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const named = url.searchParams.get('from') ?? decodeURIComponent(url.username);
  return isOneAddress(named) ? named : `hatchery@${url.hostname}`;
}

function messageId(key: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}

/** SMTP answers of 5xx are for good (RFC 5321, 4.2.1); all else may pass. */
function isFinal(error: unknown): boolean {
  const answer = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined;
  return typeof answer === 'number' && answer >= 500;
}

/** Codes only: the words of a mail server may quote whom a letter was for. */
function failureFields(error: unknown): LogFields {
  const of = (name: string) => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const code = (name: string) => (typeof of(name) === 'string' ? String(of(name)) : undefined);
  const answer = of('responseCode');
  return {
    // such as DEPTH_ZERO_SELF_SIGNED_CERT; nodemailer's own code for the step stands in front of it
    code: code('originalCode') ?? code('code'),
    command: code('command'),
    answer: typeof answer === 'number' ? answer : undefined,
  };
}
