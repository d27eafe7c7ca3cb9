import type { PageForm } from './forms-on-pages.ts';

export type Pair = readonly [name: string, value: string];

export interface HostileFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What is sent: a type and bytes, as they are. */
export interface Sending {
  readonly type: string | null;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What a browser would send, changed so that it can never succeed: a version that nobody saw, or a choice that is none.
 * So whatever else is in it, nothing may be written; and what is wrong with the rest is still looked at.
 */
export function harmless(form: PageForm, keep: string | null = null): Pair[] {
  const hasVersion = form.inputs.some(({ name }) => name === 'version' || name === 'seen');
  const spoilt = hasVersion
    ? undefined
    : (form.inputs.find(({ kind, name }) => kind === 'choice' && name !== keep && name !== 'locale') ??
      form.inputs.find(({ kind, name }) => kind === 'hidden' && !['key', 'version', keep].includes(name)));
  return form.inputs
    .filter(({ kind }) => kind !== 'file')
    .map(({ name, value }): Pair => {
      if (name === 'version' || name === 'seen') return [name, '999999'];
      if (name === 'key') return [name, newKey()];
      return [name, name === spoilt?.name ? 'none-of-these' : value];
    });
}
let serial = 0;
function newKey(): string {
  serial += 1;
  return `hostile-${serial}-key`;
}

/** The pairs with one value changed, or taken out. */
export const changed = (pairs: readonly Pair[], name: string, value: string | null): Pair[] =>
  pairs.flatMap((pair): Pair[] => (pair[0] !== name ? [pair] : value === null ? [] : [[name, value]]));

/** Texts as browsers send them. */
export const urlencoded = (pairs: readonly Pair[]): Sending => ({
  type: 'application/x-www-form-urlencoded',
  body: pairs.map((pair) => pair.map((text) => encodeURIComponent(text)).join('=')).join('&'),
});

const boundary = 'xHostileBoundaryx';
const escaped = (name: string) => name.replace(/[\r\n"]/g, (sign) => encodeURIComponent(sign));

/** The same as parts; `rawNames` sends file names with whatever is in them. */
export function multipart(
  pairs: readonly Pair[],
  files: readonly (readonly [field: string, file: HostileFile])[] = [],
): Sending {
  const pieces: Uint8Array[] = [];
  const text = (part: string) => pieces.push(Buffer.from(part, 'utf8'));
  for (const [name, value] of pairs)
    text(`--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`);
  for (const [field, { name, type, bytes }] of files) {
    text(
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(field)}"; filename="${escaped(name)}"\r\nContent-Type: ${type}\r\n\r\n`,
    );
    pieces.push(bytes);
    text('\r\n');
  }
  text(`--${boundary}--\r\n`);
  return { type: `multipart/form-data; boundary=${boundary}`, body: new Uint8Array(Buffer.concat(pieces)) };
}

/** As the form itself would be sent. */
export const asSent = (form: PageForm, pairs: readonly Pair[]): Sending =>
  form.isMultipart ? multipart(pairs) : urlencoded(pairs);
