import { readFileSync } from 'node:fs';
import type { Input, PageForm } from './forms-on-pages.ts';
import { badNames, inertPdf, refusedFiles } from './hostile-files.ts';
import {
  asSent,
  changed,
  harmless,
  multipart,
  type Pair,
  type Sending,
  urlencoded,
} from './hostile-request.ts';

export interface HostileString {
  readonly kind: string;
  readonly text: string;
  readonly refused?: boolean;
}

/** Our own hostile strings: 731, of which 145 are awkward Chinese. */
export const hostileStrings = JSON.parse(
  readFileSync(new URL('../data/hostile-strings.json', import.meta.url), 'utf8'),
) as readonly HostileString[];

export interface HostileCase {
  readonly id: string;
  readonly about: string;
  readonly sending: Sending;
  /** The statuses that are right, as far as this form looks at bodies at all; none: anything but a failure. */
  readonly statuses?: readonly number[];
}

const sayable = (input: Input) => ['text', 'figure', 'date', 'password'].includes(input.kind);

/** Every case of the catalogue that concerns a form, for one form. `share` says how many of the strings each field gets. */
export function* casesFor(form: PageForm, share: number, offset: number): Generator<HostileCase> {
  const base = harmless(form);
  const said = form.inputs.filter(sayable);
  const send = (pairs: readonly Pair[]) => asSent(form, pairs);
  const of = (
    id: string,
    about: string,
    pairs: readonly Pair[],
    statuses?: readonly number[],
  ): HostileCase => ({
    id,
    about,
    sending: send(pairs),
    ...(statuses ? { statuses } : {}),
  });

  let at = offset;
  for (const input of said) {
    for (let n = 0; n < share; n += 1) {
      at += 1;
      const { kind, text, refused } = hostileStrings[(at * 7) % hostileStrings.length]!;
      const id = kind === 'chinese' ? 'B002' : kind === 'control' ? 'B003' : 'B001';
      yield of(
        id,
        `${input.name} ${JSON.stringify(text.slice(0, 30))}`,
        changed(base, input.name, text),
        refused ? [422] : undefined,
      );
    }
    yield of('B003', `${input.name}: NUL`, changed(base, input.name, 'a\0b'), [422]);
    yield of(
      'B006',
      `${input.name}: a megabyte`,
      changed(base, input.name, '长'.repeat(340_000)),
      [413, 422],
    );
    yield of('B007', `${input.name}: nothing to see`, changed(base, input.name, ' \u3000\u200b'));
    yield of(
      'B008',
      `${input.name}: long for a pattern`,
      changed(base, input.name, `${'a'.repeat(50_000)}!`),
    );
    yield of('B008', `${input.name}: brackets`, changed(base, input.name, '（'.repeat(20_000)));
    yield of('B010', `${input.name}: missing`, changed(base, input.name, null));
    yield of('B012', `${input.name}: twice`, [...base, [input.name, input.value]], [422]);
    yield of('B013', `${input.name}: brackets in the name`, [
      ...changed(base, input.name, null),
      [`${input.name}[a]`, '1'],
    ]);
    yield of('B013', `${input.name}: an object`, [
      ...changed(base, input.name, null),
      [`${input.name}.a`, '1'],
    ]);
    if (input.max !== null && input.kind === 'text')
      yield of(
        'B005',
        `${input.name}: one too many`,
        changed(base, input.name, '𠮷'.repeat(input.max + 1)),
        [409, 422, 429],
      );
  }
  for (const { name, kind, value } of form.inputs) {
    if (kind === 'choice')
      for (const text of ['hacked', '0', '']) yield of('B016', `${name}: ${text}`, changed(base, name, text));
    if (kind === 'figure')
      for (const text of [
        'NaN',
        'Infinity',
        '1e309',
        '0x10',
        '1e3',
        '٣',
        '-1',
        '0.001',
        '-0.01',
        '90071992547409.93',
        '9223372036854775808',
      ])
        yield of(/[.-]|\d{9}/.test(text) ? 'B018' : 'B017', `${name}: ${text}`, changed(base, name, text));
    if (kind === 'date')
      for (const text of ['2023-02-29', '0001-01-01', '9999-12-31', '2026-13-01', '2026-00-00'])
        yield of('B020', `${name}: ${text}`, changed(base, name, text), [403, 409, 422]);
    if (kind === 'hidden' || kind === 'box') {
      if (name === 'key' || name === 'version') continue;
      for (const text of ['0', '-1', '1e20', '../1', '01ARZ3NDEKTSV4RRFFQ69G5FAV'])
        yield of('B022', `${name}: ${text}`, changed(base, name, text));
      yield of('B023', `${name} changed`, changed(base, name, `${value}x`));
    }
    if (/redirect|back/i.test(name))
      for (const text of [
        '//e',
        '/\\e',
        '/\te',
        'https:e',
        'javascript:x',
        '/%09/e',
        '/..//e',
        'user@host',
        '/\r\nX: y',
      ])
        yield of(text.includes('\r') ? 'B080' : 'B079', `${name}: ${text}`, changed(base, name, text));
  }
  yield of('B011', 'fields that nobody asks for', [
    ...base,
    ['role', 'admin'],
    ['org_id', 'x'],
    ['status', 'approved'],
    ['created_at', '0'],
  ]);
  yield of('B014', 'names of the prototype', [
    ...base,
    ['__proto__', '1'],
    ['constructor', '1'],
    ['prototype.polluted', '1'],
    ['toString', '1'],
    ['hasOwnProperty', '1'],
    ['__proto__.polluted', '1'],
  ]);
  yield of('B063', 'another method in a field', [...base, ['_method', 'DELETE']]);
  const typed = urlencoded(base);
  yield {
    id: 'B004',
    about: 'not UTF-8',
    statuses: [422],
    sending: { ...typed, body: `${String(typed.body)}&note=%ff%fe` },
  };
  const many = Array.from({ length: 10_001 }, (_, n): Pair => [`f${n}`, '1']);
  yield { id: 'B015', about: '10,001 fields', statuses: [413], sending: urlencoded(many) };
  yield* otherBodies();
  for (const input of form.inputs) if (input.kind === 'file') yield* filesFor(form, input.name, base);
}

function* otherBodies(): Generator<HostileCase> {
  const kinds: readonly (readonly [string | null, string])[] = [
    ['application/json', '{"a":1}'],
    ['text/plain', 'a=1'],
    [null, 'a=1'],
    ['multipart/form-data', 'a=1'],
  ];
  for (const [type, body] of kinds)
    yield { id: 'B032', about: String(type), statuses: [415], sending: { type, body } };
  const deep = '['.repeat(10_000);
  yield {
    id: 'B034',
    about: 'deep JSON',
    statuses: [415],
    sending: { type: 'application/json', body: deep },
  };
  const broken = ['--x\r\n', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', '--y--', ''];
  for (const body of broken)
    yield {
      id: 'B033',
      about: JSON.stringify(body),
      statuses: [400],
      sending: { type: 'multipart/form-data; boundary=x', body },
    };
}

function* filesFor(form: PageForm, field: string, base: readonly Pair[]): Generator<HostileCase> {
  const isRegister = form.action.startsWith('/organizations/import');
  for (const { id, file, statuses } of refusedFiles) {
    const right = isRegister ? [413, 415, 422] : [...statuses, 409];
    yield { id, about: `${field}: ${file.name}`, statuses: right, sending: multipart(base, [[field, file]]) };
  }
  if (isRegister) return;
  for (const [id, name] of badNames) {
    const file = { name, type: 'application/pdf', bytes: inertPdf };
    yield { id, about: `${field}: ${name.slice(0, 20)}`, sending: multipart(base, [[field, file]]) };
  }
  const twice = { name: '同.pdf', type: 'application/pdf', bytes: inertPdf };
  yield { id: 'B047', about: `${field}: a script in a document`, sending: multipart(base, [[field, twice]]) };
}
