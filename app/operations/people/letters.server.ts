import { newId } from '#app/outside/new-id.server.ts';
import type { OpenTransaction } from '#db/connection.server.ts';
import { insertOutbox } from '#db/writes/engine.server.ts';

/** The letters about accounts; their words are `mail.<template>.subject` and `.text`. */
export type LetterTemplate =
  | 'apply'
  | 'applyKnown'
  | 'invitation'
  | 'reset'
  | 'passwordChanged'
  | 'secondFactor';

export interface LetterToPerson {
  readonly to: string;
  readonly locale: string | null;
  readonly template: LetterTemplate;
  readonly params: Readonly<Record<string, string>>;
  /** A path of ours. */
  readonly link: string;
}

/** Puts a letter into the outbox, in the transaction of what it tells. */
export const sendLetter = (trx: OpenTransaction, letter: LetterToPerson, at: string): Promise<void> =>
  insertOutbox(trx, [
    {
      id: newId(at),
      kind: 'mail',
      payload: JSON.stringify(letter),
      created_at: at,
      try_at: at,
      tries: 0,
      delivered_at: null,
      failure: null,
    },
  ]);
