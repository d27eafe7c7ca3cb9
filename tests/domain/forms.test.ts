import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '#app/domain/forms/field.ts';
import { formInputOf } from '#app/domain/forms/form-input.ts';
import { rawValues } from '#app/domain/forms/raw-values.ts';
import { readValues, readWhatIsRight, splitApart } from '#app/domain/forms/schema.ts';

const today = '2026-11-24';
const option = (value: string) => ({ value, label: { text: value } });

const read = (field: Field, ...texts: string[]) =>
  readValues([field], formInputOf(texts.map((text) => [field.name, text] as const)), { today });

const codeOf = (field: Field, ...texts: string[]) => {
  const result = read(field, ...texts);
  return result.ok ? 'ok' : result.refusals.map((refusal) => refusal.code).join(' ');
};

const kept = (field: Field, ...texts: string[]) => {
  const result = read(field, ...texts);
  return result.ok ? result.value[field.name] : result.refusals;
};

const text = (more: object = {}): Field => ({ kind: 'text', name: 'x', max: 10, ...more }) as Field;
const decimal: Field = { kind: 'decimal', name: 'x', min: 0, max: 100 };
const integer: Field = { kind: 'integer', name: 'x', min: -5, max: 500 };
const choices: Field = { kind: 'choices', name: 'x', options: ['a', 'b', 'c'].map(option), min: 1, max: 2 };
const rows: Field = {
  kind: 'rows',
  name: 'team',
  min: 2,
  max: 3,
  columns: [
    { kind: 'text', name: 'person', max: 30 },
    { kind: 'integer', name: 'age', min: 1, max: 120, optional: true },
  ],
};

describe('a text', () => {
  it.each(['', '   ', '\u3000', '\u200b\u200b', '\n\t'])('of nothing to see (%j) is missing', (blank) => {
    expect(codeOf(text(), blank)).toBe('form.required');
    expect(kept(text({ optional: true }), blank)).toBeUndefined();
  });

  it('is kept composed, trimmed and on one line', () => {
    expect(kept(text(), '\u3000Ame\u0301lie\n  B\u200b ')).toBe('Amélie B');
  });

  it('is counted by characters, whatever their plane', () => {
    expect(codeOf(text(), '𠮷'.repeat(10))).toBe('ok');
    expect(kept(text(), '𠮷'.repeat(11))).toEqual([
      { field: 'x', code: 'form.tooLong', params: { max: 10, length: 11 } },
    ]);
    expect(codeOf(text({ min: 3 }), '二字')).toBe('form.tooShort');
  });

  it('that should be one comes twice', () => {
    expect(codeOf(text(), 'a', 'b')).toBe('form.repeated');
  });

  it('keeps the lines of a paragraph', () => {
    expect(kept({ kind: 'paragraph', name: 'x', max: 20 }, ' a\r\nb ')).toBe('a\nb');
  });
});

describe('a format', () => {
  it.each([
    ['１３８ ００１３ ８０００', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0374-1234567', '0374-1234567'],
    ['03741234567', '03741234567'],
  ])('takes the telephone number %s', (typed, stored) => {
    expect(kept(text({ format: 'phone', max: 30 }), typed)).toBe(stored);
  });

  it.each(['12345', '23800138000', '138001380001', '1380013800a'])('refuses the number %s', (typed) => {
    expect(codeOf(text({ format: 'phone', max: 30 }), typed)).toBe('form.phone');
  });

  it('keeps an e-mail address in lower case', () => {
    expect(kept(text({ format: 'email', max: 60 }), ' Li@Example.ORG ')).toBe('li@example.org');
  });

  it.each(['li', 'li@', '@b.cn', 'a b@c.cn', 'a@b', 'a@b..cn', 'a@b.cn,c@d.cn', 'a@-b.cn'])(
    'refuses the address %s',
    (typed) => expect(codeOf(text({ format: 'email', max: 60 }), typed)).toBe('form.email'),
  );

  it('leaves a credit code to its own rules', () => {
    expect(codeOf(text({ format: 'uscc', max: 18 }), '123')).toMatch(/^uscc\./);
  });

  it.each(['阿依古丽·买买提', '王芳', "O'Neil"])('takes the name %s', (name) => {
    expect(codeOf(text({ format: 'personName', max: 30 }), name)).toBe('ok');
  });

  it('refuses figures and tags in names', () => {
    expect(codeOf(text({ format: 'personName', max: 30 }), '王5')).toBe('form.personName');
    expect(codeOf(text({ format: 'organizationName', max: 30 }), '<b>中心</b>')).toBe(
      'form.organizationName',
    );
    expect(codeOf(text({ format: 'organizationName', max: 30 }), '襄城县暖心（城关）服务中心')).toBe('ok');
  });
});

describe('a figure', () => {
  it.each(['NaN', '1e3', '0x10', '٣', '--1', '1,5', ',500', '1,00,000', 'Infinity', '1.'])(
    '%s is none',
    (typed) => {
      expect(codeOf(decimal, typed)).toBe('form.number');
    },
  );

  it('may be full-width and has two decimals at most', () => {
    expect(kept(decimal, '１２．５')).toBe(12.5);
    expect(codeOf(decimal, '1.234')).toBe('form.decimals');
    expect(codeOf(decimal, '100.01')).toBe('form.range');
  });

  it('is whole where it has to be, and within its bounds', () => {
    expect(codeOf(integer, '3.0')).toBe('form.integer');
    expect(codeOf(integer, '501')).toBe('form.range');
    expect(kept(integer, '-５')).toBe(-5);
    expect(Object.is(kept(integer, '-0'), 0)).toBe(true);
    expect(codeOf(integer, '9'.repeat(400))).toBe('form.range');
  });

  it('may be grouped by thousands', () => {
    expect(kept({ ...integer, max: 100_000 }, '３，０００')).toBe(3000);
    expect(kept({ ...decimal, max: 100_000 }, '12,000.5')).toBe(12_000.5);
  });

  it('of money is whole fen', () => {
    expect(kept({ kind: 'money', name: 'x' }, '¥1,234.5')).toBe(123450);
    expect(codeOf({ kind: 'money', name: 'x' }, '0.001')).toBe('money.decimals');
  });
});

describe('a date', () => {
  const date: Field = { kind: 'date', name: 'x', notBefore: '2020-01-01', notAfter: '2026-12-31' };
  it.each(['2026-03-05', '2026/3/5', '２０２６年３月５日', '2026.03.05'])('is read from %s', (typed) => {
    expect(kept(date, typed)).toBe('2026-03-05');
  });

  it('has to exist and to lie within its bounds', () => {
    expect(codeOf(date, '2026-02-29')).toBe('form.date');
    expect(codeOf(date, '2019-12-31')).toBe('form.dateBefore');
    expect(codeOf(date, '2027-01-01')).toBe('form.dateAfter');
    expect(codeOf({ kind: 'date', name: 'x' }, '1026-01-01')).toBe('form.dateBefore');
  });
});

describe('a choice', () => {
  it('is one of those offered', () => {
    const choice: Field = { kind: 'choice', name: 'x', options: [option('a')] };
    expect(codeOf(choice, 'constructor')).toBe('form.choice');
    expect(codeOf(choice, '')).toBe('form.required');
    expect(kept(choice, 'a')).toBe('a');
  });

  it('of several has neither too few nor too many nor strangers', () => {
    expect(kept(choices, 'c', 'a', 'a')).toEqual(['a', 'c']);
    expect(codeOf(choices, 'a', 'b', 'c')).toBe('form.tooManyChosen');
    expect(codeOf({ ...choices, min: 2 } as Field, 'a')).toBe('form.tooFew');
    expect(codeOf(choices, 'z')).toContain('form.choice');
    expect(codeOf(choices)).toBe('form.required');
  });

  it('of yes and no has no default, a declaration must be ticked', () => {
    expect(codeOf({ kind: 'yesNo', name: 'x' })).toBe('form.required');
    expect(kept({ kind: 'yesNo', name: 'x' }, 'no')).toBe(false);
    expect(codeOf({ kind: 'tick', name: 'x' })).toBe('form.mustTick');
    expect(kept({ kind: 'tick', name: 'x', optional: true })).toBe(false);
  });
});

describe('lines', () => {
  const lines = (...texts: [string, string][]) => readValues([rows], formInputOf(texts), { today });

  it('are read in the order of their numbers, without the blank ones', () => {
    const result = lines(
      ['team.10.person', '三'],
      ['team.2.person', '二'],
      ['team.2.age', '40'],
      ['team.0.person', ' '],
    );
    expect(result).toEqual({ ok: true, value: { team: [{ person: '二', age: 40 }, { person: '三' }] } });
  });

  it('tell what is wrong by the name of the input', () => {
    const result = lines(['team.1.age', 'x'], ['team.1.person', ''], ['team.2.person', 'b']);
    expect(result.ok ? [] : result.refusals.map((r) => `${r.field} ${r.code}`)).toEqual([
      'team.1.person form.required',
      'team.1.age form.number',
    ]);
  });

  it('may be too few and too many', () => {
    expect(lines(['team.0.person', 'a'])).toMatchObject({ refusals: [{ code: 'form.tooFewLines' }] });
    expect(lines(...[0, 1, 2, 3].map((n): [string, string] => [`team.${n}.person`, 'a']))).toMatchObject({
      refusals: [{ code: 'form.tooManyLines' }],
    });
    expect(lines()).toMatchObject({ refusals: [{ code: 'form.required' }] });
  });
});

describe('documents', () => {
  const file = { id: '1', name: 'a.pdf', sha256: 'f', size: 1 };
  const files: Field = { kind: 'files', name: 'x', max: 1 };
  const given = (...documents: (typeof file)[]) =>
    readValues([files], formInputOf([]), { today, documents: { x: documents } });

  it('are asked for and not too many', () => {
    expect(given()).toMatchObject({ refusals: [{ field: 'x', code: 'form.fileMissing' }] });
    expect(given(file, file)).toMatchObject({ refusals: [{ code: 'form.tooManyFiles' }] });
    expect(given(file)).toEqual({ ok: true, value: { x: [file] } });
  });
});

it('inputs that nobody asked for are ignored, also those with evil names', () => {
  const input = formInputOf([
    ['__proto__', 'x'],
    ['toString', 'x'],
    ['x', 'a'],
  ]);
  expect(readValues([text()], input, { today })).toEqual({ ok: true, value: { x: 'a' } });
});

it('a draft keeps what is right', () => {
  const fields: Field[] = [text(), { ...integer, name: 'n' } as Field];
  const input = formInputOf([
    ['x', 'a'],
    ['n', 'many'],
  ]);
  expect(readWhatIsRight(fields, input, { today })).toEqual({ x: 'a' });
});

it('what is kept apart leaves the rest', () => {
  const fields: Field[] = [text(), { kind: 'text', name: 'contact', max: 20, apart: true }];
  expect(splitApart(fields, { x: 'a', contact: '1' })).toEqual({ kept: { x: 'a' }, apart: { contact: '1' } });
});

it('values that are typed again are the same values', () => {
  const fields: Field[] = [
    text({ name: 'a', max: 1000, optional: true }),
    { kind: 'paragraph', name: 'b', max: 1000, optional: true },
    { kind: 'money', name: 'c' },
    { kind: 'decimal', name: 'd', min: -1000, max: 1000 },
    { kind: 'tick', name: 'e', optional: true },
    { kind: 'yesNo', name: 'f', optional: true },
    { ...choices, name: 'g', optional: true } as Field,
    { ...rows, min: 0, optional: true } as Field,
  ];
  const line = fc.record({
    person: fc.string({ unit: 'binary', maxLength: 30 }),
    age: fc.integer({ min: 1, max: 120 }),
  });
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.nat(),
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.tuple(fc.boolean(), fc.boolean(), fc.subarray(['a', 'b', 'c'], { maxLength: 2 })),
      fc.array(line, { maxLength: 3 }),
      (a, b, fen, hundredths, [ticked, yes, chosen], lines) => {
        const typed = formInputOf([
          ['a', a],
          ['b', b],
          ['c', String(fen)],
          ['d', (hundredths / 100).toFixed(2)],
          ['e', ticked ? 'yes' : ''],
          ['f', yes ? 'yes' : 'no'],
          ...chosen.map((value): [string, string] => ['g', value]),
          ...lines.flatMap((row, n): [string, string][] => [
            [`team.${n}.person`, row.person],
            [`team.${n}.age`, String(row.age)],
          ]),
        ]);
        const once = readWhatIsRight(fields, typed, { today });
        const again = formInputOf(
          Object.entries(rawValues(once, fields)).flatMap(([name, value]) =>
            [value].flat().map((single): [string, string] => [name, single]),
          ),
        );
        expect(readWhatIsRight(fields, again, { today })).toEqual(once);
      },
    ),
  );
});
