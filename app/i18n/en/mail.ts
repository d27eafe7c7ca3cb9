import type { mail as zh } from '../zh-CN/mail.ts';

/** Why a letter was not sent. */
export const mail = {
  'refusal.mail.later': 'The mail server cannot be reached; it will be tried again',
  'refusal.mail.never': 'The mail server refuses this letter: check the address',
} as const satisfies Record<keyof typeof zh, string>;
