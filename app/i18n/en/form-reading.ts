import type { formReading as zh } from '../zh-CN/form-reading.ts';

/** Why a form could not be taken as it was sent, before its answers are judged. */
export const formReading = {
  'refusal.form.encoding': 'The text is not valid UTF-8: fill in the form on a page of this system',
  'refusal.form.incomplete': 'The upload is incomplete: please try again',
  'refusal.form.kind': 'This format is not accepted: please submit from a page of this system',
  'refusal.form.tooMany': 'Too much at once: send it in several parts',
  'refusal.form.tooLong': '{label}: at most {max} characters',
  'refusal.form.unseen':
    '{label} had unseen control characters, which were taken out: check it and submit again',
  'refusal.form.repeated': '{label} came twice: submit again from the page',
  'refusal.form.noFiles': 'Files are not accepted here',
} as const satisfies Record<keyof typeof zh, string>;
