import type { mail as zh } from '../zh-CN/mail.ts';

/** Why a letter was not sent. */
export const mail = {
  'refusal.mail.later': 'The mail server cannot be reached; it will be tried again',
  'refusal.mail.never': 'The mail server refuses this letter: check the address',
  'mail.notification.subject': '[Hatchery] {organization}: {what}',
  'mail.notification.text':
    'Dear {name},\n\n{who} {what} ({organization}).\n\nOpen it: {link}{letters}\n\nThis is an automatic message; please do not reply.',
} as const satisfies Record<keyof typeof zh, string>;
