import { readdirSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';
import { badNames, inertPdf } from './hostile-files.ts';
import { multipart } from './hostile-request.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
});
afterAll(async () => {
  await served.close();
  await world.close();
});

/** Every file of the installation but those of the database, by its place in the data folder. */
const filesKept = () =>
  readdirSync(world.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('hatchery.db'))
    .map((entry) => relative(world.folder, join(entry.parentPath, entry.name)))
    .sort();

/** Hands a file in with a draft of a new organization; the document that it became, where it was taken. */
async function handIn(name: string, bytes: Uint8Array, type = 'application/pdf') {
  const { id, lead } = await world.draft();
  const before = new Set((await documentsOf(id)).map((document) => document.id));
  const cookie = await served.cookieOf(lead);
  const sending = multipart([], [['serviceEvidence', { name, type, bytes }]]);
  const answer = await fetch(`${served.origin}/applications/${id}/form/documents`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: served.origin, 'content-type': sending.type ?? '' },
    body: sending.body,
  });
  await answer.arrayBuffer();
  const document = (await documentsOf(id)).find((each) => !before.has(each.id));
  return { status: answer.status, document, cookie };
}

const documentsOf = (recordId: string) =>
  world.store.read.selectFrom('document').selectAll().where('record_id', '=', recordId).execute();

/** An answer with its headers as they came over the line. */
const download = (cookie: string, path: string) =>
  new Promise<{ status: number; headers: readonly (readonly [string, string])[]; body: Buffer }>(
    (resolve, reject) => {
      httpGet(served.origin + path, { headers: { cookie }, agent: false }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => {
          const raw = response.rawHeaders;
          const headers = raw.flatMap((name, i) =>
            i % 2 ? [] : [[name.toLowerCase(), raw[i + 1] ?? ''] as const],
          );
          resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(pieces) });
        });
      }).on('error', reject);
    },
  );
const valuesOf = (headers: readonly (readonly [string, string])[], name: string) =>
  headers.filter(([each]) => each === name).map(([, value]) => value);

/** RFC 6266 with RFC 8187: a quoted name of plain signs, and the same in UTF-8, percent-encoded. */
const disposition =
  /^attachment; filename="([\x20-\x21\x23-\x5b\x5d-\x7e]+)"; filename\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+)$/;

const names: readonly (readonly [id: string, name: string])[] = [
  ...badNames,
  ['B050', '%2e%2e%2f%2e%2e%2fetc%2fpasswd.pdf'],
  ['B050', '..%5c..%5cx.pdf'],
  ['B050', '\\\\?\\C:\\Windows\\x.pdf'],
  ['B051', 'a\u0000b.pdf'],
  ['B051', 'x"; filename=evil.html; y=".pdf'],
  ['B051', "x'; filename*=UTF-8''evil.html.pdf"],
  ['B051', `${'😀'.repeat(100)}.pdf`],
  ['B053', '...pdf'],
];

describe('a file with a bad name', () => {
  it.each(names)(
    '%s [ASVS 5.3.2] [ASVS 5.4.2] %j lies under its hash and nowhere else, and is offered under a clean name in one header',
    async (_, name) => {
      const unique = Buffer.concat([inertPdf, Buffer.from(`% ${name} ${names.length}`)]);
      const before = new Set(filesKept());
      const { status, document, cookie } = await handIn(name, unique);
      const added = filesKept().filter((path) => !before.has(path));
      if (document === undefined) {
        expect(status).toBe(422);
        expect(added).toEqual([]);
        return;
      }
      const { sha256 } = document;
      expect(status).toBe(303);
      expect(added).toEqual([join('files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(document.name).not.toMatch(/[/\\\u0000-\u001f\u007f\u202a-\u202e"<>|:*?]|^\.|\.$/);
      const got = await download(cookie, `/documents/${document.id}`);
      expect(got.body.equals(unique)).toBe(true);
      const [header = '', ...more] = valuesOf(got.headers, 'content-disposition');
      expect(more).toEqual([]);
      const [, , encoded = ''] = disposition.exec(header) ?? [];
      expect(decodeURIComponent(encoded), header).toBe(document.name);
      expect(got.headers.length).toBe(new Set(got.headers.map(([one]) => one)).size);
    },
  );
});

const script = Buffer.from('<script>alert(document.cookie)</script><?php system($_GET["c"]); ?>');

describe('[ASVS 5.3.1] what would do something where it lies', () => {
  it.each([
    ['a.html', 'text/html'],
    ['a.js', 'text/javascript'],
    ['a.php', 'application/x-php'],
    ['.htaccess', 'text/plain'],
    ['a.svg', 'image/svg+xml'],
    ['a.pdf', 'application/pdf'],
  ])('is not taken: %s', async (name, type) => {
    const before = filesKept();
    const { status, document } = await handIn(name, script, type);
    expect([415, 422]).toContain(status);
    expect(document).toBeUndefined();
    expect(filesKept()).toEqual(before);
  });

  it('is not taken under such a name either, whatever is in it', async () => {
    for (const name of ['a.html', 'a.php', '.htaccess', 'a.pdf.js', 'a.js%00.pdf\u0000.js']) {
      const { status, document } = await handIn(name, inertPdf);
      expect(status, name).toBe(422);
      expect(document).toBeUndefined();
    }
  });

  it('is sent, where it hides in what is taken, as a file of its kind that may do nothing', async () => {
    const hiding = Buffer.concat([inertPdf, script]);
    const { document, cookie } = await handIn('a.html.pdf', hiding, 'text/html');
    const { status, headers, body } = await download(cookie, `/documents/${document?.id}`);
    expect(status).toBe(200);
    expect(body.equals(hiding)).toBe(true);
    expect(valuesOf(headers, 'content-type')).toEqual(['application/pdf']);
    expect(valuesOf(headers, 'x-content-type-options')).toEqual(['nosniff']);
    expect(valuesOf(headers, 'content-disposition')[0]).toMatch(/^attachment; /);
    expect(valuesOf(headers, 'content-security-policy')[0]).toContain('sandbox');
    // nor is there another way to it: the folder of files is no part of the site
    const sha256 = document?.sha256 ?? '';
    const place = `files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    for (const path of [`/${place}`, `/assets/../${place}`, `/documents/${sha256}`, `/..%2f${place}`])
      expect((await download(cookie, path)).status, path).toBe(404);
  });
});
