import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentHeader, cleanFileName } from '#app/http/file-name.server.ts';
import { type FormReading, readForm, statusOfReading } from '#app/http/form-reader.server.ts';

const sent = (body: BodyInit, type?: string) =>
  new Request('http://localhost/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} });
const pairs = (body: BodyInit) => sent(body, 'application/x-www-form-urlencoded');

async function read(request: Request, reading?: FormReading) {
  const form = await readForm(request, reading);
  if (!form.ok) throw new Error(form.refusals.map(({ field, code }) => `${field}:${code}`).join());
  return form.value;
}

async function refusals(request: Request, reading?: FormReading) {
  const form = await readForm(request, reading);
  return form.ok ? [] : form.refusals.map(({ field, code }) => `${field}:${code}`);
}

function parts(entries: readonly (readonly [string, string | File])[]): Request {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return sent(form);
}

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('a form', () => {
  it('is read by name', async () => {
    const form = await read(pairs('name=%E9%9D%92%E8%8B%97+%26&empty=&tags%5B%5D=a&tags%5B%5D=b&novalue'));
    expect(form.get('name')).toBe('青苗 &');
    expect(form.get('empty')).toBe('');
    expect(form.get('novalue')).toBe('');
    expect(form.all('tags[]')).toEqual(['a', 'b']);
    expect(form.get('absent')).toBeUndefined();
    expect(form.names()).toEqual(['name', 'empty', 'tags[]', 'novalue']);
  });

  it('may be empty', async () => {
    expect((await read(pairs(''))).names()).toEqual([]);
    expect((await read(new Request('http://localhost/', { method: 'POST' }))).names()).toEqual([]);
  });

  it('gives back every text that has only visible signs, with lines ending in one way', async () => {
    const visible = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\p{C}\p{Surrogate}]/gu, ''));
    await fc.assert(
      fc.asyncProperty(visible, visible, async (name, text) => {
        const all = new URLSearchParams([[name, `${text}\r\n${text}`]]);
        expect((await read(pairs(all.toString()))).get(name)).toBe(`${text}\n${text}`);
        if (name !== '') expect((await read(parts([[name, text]]))).get(name)).toBe(text);
      }),
    );
  });

  it('never fails, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const body = new Uint8Array(bytes);
        await readForm(pairs(body));
        await readForm(sent(body, 'multipart/form-data; boundary=x'));
        await readForm(sent(body, 'application/json'));
      }),
    );
  });

  it('[ASVS 15.3.6] [ASVS 1.5.2] takes names of the prototype for names like others', async () => {
    const form = await read(pairs('__proto__=1&constructor=2&prototype=3&toString=4&__proto__.polluted=5'));
    expect(form.get('__proto__')).toBe('1');
    expect(form.get('toString')).toBe('4');
    expect(form.get('hasOwnProperty')).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a form is refused', () => {
  it.each([
    ['bytes that are not UTF-8', '%ff%fe'],
    ['half a character', '%E9%9D'],
    ['raw bytes that are not UTF-8', '\u00ff\u00fe'],
    ['a broken percent sign', '100%'],
    ['an overlong form of NUL', '%c0%80'],
  ])('with %s', async (_, text) => {
    expect(await refusals(pairs(bytesOf(`name=${text}`)))).toEqual([':form.encoding']);
  });

  it('with parts that are not UTF-8, but not with a replacement sign that somebody typed', async () => {
    const part = (text: string) =>
      sent(
        bytesOf(`--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${text}\r\n--x--\r\n`),
        'multipart/form-data; boundary=x',
      );
    expect(await refusals(part('\u00ff\u00fe'))).toEqual([':form.encoding']);
    expect((await read(part('\u00ef\u00bf\u00bd'))).get('a')).toBe('\ufffd');
  });

  it.each(['%00', '%01', '%1b', '%7f', '%c2%85', '%e2%80%ae', '%e2%81%a6'])(
    'with the unseen sign %s',
    async (sign) => {
      const form = await readForm(pairs(`a=1&name=x${sign}y`));
      expect(form).toMatchObject({ ok: false, refusals: [{ field: 'name', code: 'form.unseen' }] });
      // what was typed can be drawn again, without the sign
      if (!form.ok) expect([form.typed.get('a'), form.typed.get('name')]).toEqual(['1', 'xy']);
    },
  );

  it('[ASVS 15.3.7] when a single answer comes twice', async () => {
    expect(await refusals(pairs('amount=1&amount=2&amount=3&b=1'))).toEqual(['amount:form.repeated']);
    expect(await refusals(pairs('a.kept=1&a.kept=2&b%5B%5D=1&b%5B%5D=2'))).toEqual([]);
    expect(await refusals(pairs('a=1&a=2'), { repeatable: (name) => name === 'a' })).toEqual([]);
  });

  it('when it has too many fields, quickly', async () => {
    expect(
      await refusals(pairs(Array.from({ length: 2_000 }, (_, index) => `f${index}=1`).join('&'))),
    ).toEqual([]);
    // in time of a processor: others on the machine do not count
    const begun = process.cpuUsage();
    expect(await refusals(pairs('a=1&'.repeat(250_000)))).toEqual([':form.tooMany']);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(200);
  });

  it('B015 when it has too many parts, without making anything of them', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
    const type = 'multipart/form-data; boundary=x';
    // there is no end: who reads it would say that it is incomplete
    expect(await refusals(sent(bytesOf(part.repeat(3_000)), type))).toEqual([':form.tooMany']);
    expect(await refusals(sent(bytesOf(part.repeat(3_000)), 'multipart/form-data; boundary="x"'))).toEqual([
      ':form.tooMany',
    ]);
    const fits = part.replace('name="a"', 'name="a[]"').repeat(2_000);
    expect(await refusals(sent(bytesOf(`${fits}--x--\r\n`), type))).toEqual([]);
  });

  it('when a text is longer than any field, keeping its beginning', async () => {
    const form = await readForm(pairs(`a=${'x'.repeat(200_001)}`));
    expect(form).toMatchObject({ ok: false, refusals: [{ field: 'a', code: 'form.tooLong' }] });
    if (!form.ok) expect(form.typed.get('a')).toHaveLength(200_000);
  });

  it.each(['application/json', 'text/plain', ''])('when it is %s', async (type) => {
    expect(await refusals(sent(bytesOf('{"a":1}'), type || undefined))).toEqual([':form.kind']);
  });

  it.each(['', '--x\r\n', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', 'garbage'])(
    'when its parts are cut off (case %#)',
    async (body) => {
      expect(await refusals(sent(bytesOf(body), 'multipart/form-data; boundary=x'))).toEqual([
        ':form.incomplete',
      ]);
    },
  );

  it('with the status that fits', () => {
    const status = (code: string) => statusOfReading([{ field: '', code }]);
    expect(['form.kind', 'form.tooMany', 'form.incomplete', 'form.unseen'].map(status)).toEqual([
      415, 413, 400, 422,
    ]);
  });
});

describe('files in a form', () => {
  const file = (name: string, content = 'x') => new File([content], name);

  it('come with clean names and their bytes', async () => {
    const form = await read(
      parts([
        ['plan', file('合同;1=2.pdf', '%PDF-')],
        ['note', 'a'],
      ]),
      { files: true },
    );
    const [plan] = form.files('plan');
    expect(plan).toMatchObject({ name: '合同;1=2.pdf', size: 5 });
    expect(new TextDecoder().decode(plan?.bytes)).toBe('%PDF-');
    expect(form.get('plan')).toBeUndefined();
    expect(form.get('note')).toBe('a');
  });

  it('do not count where none was chosen', async () => {
    const form = await read(parts([['plan', file('', '')]]), { files: true });
    expect(form.files('plan')).toEqual([]);
  });

  it('count where they are empty, so that somebody can say so', async () => {
    const form = await read(parts([['plan', file('a.pdf', '')]]), { files: true });
    expect(form.files('plan')).toMatchObject([{ name: 'a.pdf', size: 0 }]);
  });

  it('are refused where none are asked for, and when there are too many', async () => {
    expect(await refusals(parts([['plan', file('a.pdf')]]))).toEqual(['plan:form.noFiles']);
    const many = Array.from({ length: 21 }, (_, index) => [`f${index}`, file('a.pdf')] as const);
    expect(await refusals(parts(many), { files: true })).toEqual([':form.tooMany']);
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\x', 'x'],
    ['C:\\x.pdf', 'x.pdf'],
    ['C:x.pdf', 'x.pdf'],
    ['\\\\host\\x.pdf', 'x.pdf'],
    ['/abs', 'abs'],
    ['合同\u202efdp.exe', '合同fdp.exe'],
    ['a\u0000b\r\nc".pdf', 'abc_.pdf'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['.htaccess', 'htaccess'],
    ['.', 'file'],
    ['..', 'file'],
    ['', 'file'],
    ['a. . ', 'a'],
    ['合同;1=2.pdf', '合同;1=2.pdf'],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it('is short, harmless and the same when cleaned again, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name);
        expect([...clean].length).toBeLessThanOrEqual(121);
        expect(clean).not.toMatch(/^$|[\p{Cc}/\\<>:"|?*\u202e]|^\.|[. ]$/u);
        expect(attachmentHeader(name)).toMatch(
          /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%~-]*$/,
        );
      }),
    );
  });

  it('keeps its extension when it is cut', () => {
    const clean = cleanFileName(`${'长'.repeat(300)}.docx`);
    expect(clean).toHaveLength(120);
    expect(clean.endsWith('.docx')).toBe(true);
  });
});
