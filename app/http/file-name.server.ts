/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 120;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/g;

/**
 * The harmless base name of a file that somebody sent: no folders, no unseen or text-turning characters, no sign that
 * a file system or a header takes ill, at most 120 characters with the extension kept. Never empty.
 * Only shown and offered for saving: contents are kept under their hash.
 */
export function cleanFileName(sent: string): string {
  const base =
    sent
      .replace(UNSEEN, '')
      .replace(/\p{Surrogate}/gu, '')
      .split(/[/\\]/)
      .pop() ?? '';
  const plain = base
    .replace(/^[a-z]:/i, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (plain === '') return 'file';
  return shorten(DEVICE.test(plain) ? `_${plain}` : plain);
}

/** The header that makes a browser save a file instead of showing it, with its name in every language (RFC 6266). */
export function attachmentHeader(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(clean).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

function shorten(name: string): string {
  const signs = [...name];
  if (signs.length <= LONGEST) return name;
  const dot = signs.lastIndexOf('.');
  const extension = dot > 0 && signs.length - dot <= 10 ? signs.slice(dot) : [];
  return [...signs.slice(0, LONGEST - extension.length), ...extension].join('');
}
