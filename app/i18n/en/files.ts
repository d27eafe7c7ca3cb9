import type { files as zh } from '../zh-CN/files.ts';

/** Why a file was not accepted. */
export const files = {
  'refusal.file.empty': 'The file is empty',
  'refusal.file.tooLarge': 'The file is larger than {megabytes} MB',
  'refusal.file.kind': 'Only PDF, JPG, PNG, DOCX and XLSX files are accepted',
  'refusal.file.svg': 'SVG is not accepted: save it as PNG or PDF first',
  'refusal.file.page': 'Web pages are not accepted: save it as PDF first',
  'refusal.file.mismatch':
    'The name does not fit the content, which is {found}. Save it under the right extension and upload it again',
  'refusal.file.macros': 'Documents with macros cannot be uploaded: save it without macros first',
  'refusal.file.locked': 'The file has a password: remove it, then upload',
  'refusal.file.archive':
    'The file is not built as it should be. Open it in your office program, save a copy and upload that',
  'refusal.file.damaged': 'The picture is damaged and cannot be read',
  'refusal.file.pixels': 'The picture has too many pixels: make it smaller first',
  'refusal.file.infected': 'The file did not pass the safety check and was not kept',
  'refusal.file.noSpace':
    'The server is out of space and the file was not kept; what was saved before is not affected',
} as const satisfies Record<keyof typeof zh, string>;
