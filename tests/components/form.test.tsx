import { describe, expect, it } from 'vitest';
import { Form, ReadValues, rawOfValues } from '#app/components/forms/index.ts';
import type { Field } from '#app/domain/forms/field.ts';
import { byId, byName, tagsOf } from './dom.ts';
import { everyField } from './gallery/form-page.tsx';
import { markupOf } from './gallery/gallery.tsx';

const shared = { action: '/here', idempotencyKey: 'KEY1', submit: 'send' };
const text: Field = { kind: 'text', name: 'org.name', label: { text: 'Name' }, max: 60 };
const date: Field = { kind: 'date', name: 'day', label: { text: 'Day' } };
const form = (props: Partial<Parameters<typeof Form>[0]>) =>
  markupOf(<Form fields={[text]} {...shared} {...props} />, 'en');

describe('a form', () => {
  it('carries the key that stops doubling, and the version that was read', () => {
    const markup = form({ version: 7 });
    expect(byName(markup, 'key')[0]?.attributes).toMatchObject({ type: 'hidden', value: 'KEY1' });
    expect(byName(markup, 'version')[0]?.attributes).toMatchObject({ type: 'hidden', value: '7' });
  });

  it('is sent as parts when it has files, and plainly when not', () => {
    const files: Field = { kind: 'files', name: 'charter', label: { text: 'Charter' }, max: 2 };
    expect(tagsOf(form({ fields: [files] })).find((tag) => tag.name === 'form')?.attributes.encType).toBe(
      'multipart/form-data',
    );
    expect(form({})).not.toContain('multipart');
  });

  it('draws again exactly what was typed, also when it is wrong', () => {
    const markup = form({
      fields: [date],
      values: { day: '2019年"3月"' },
      errors: [{ field: 'day', code: 'x' }],
    });
    expect(byId(markup, 'f-day')?.attributes).toMatchObject({ type: 'text', value: '2019年&quot;3月&quot;' });
  });

  it('writes nothing of what was typed as markup', () => {
    const markup = form({ values: { 'org.name': '"><script>alert(1)</script>' } });
    expect(tagsOf(markup).some((tag) => tag.name === 'script')).toBe(false);
  });

  it('says an error on top with a link to its field, and at the field', () => {
    const markup = form({ errors: [{ field: 'org.name', code: 'never.heard' }] });
    expect(markup).toContain('<a href="#f-org-name">');
    const input = byId(markup, 'f-org-name')?.attributes;
    expect(input?.['aria-invalid']).toBe('true');
    expect(input?.['aria-describedby']).toContain('f-org-name-error');
    expect(byId(markup, 'f-org-name-error')).toBeDefined();
    expect(byId(markup, 'errors')?.attributes).toMatchObject({ role: 'alert', tabindex: '-1' });
  });

  it('names the field on top where its sentence does not', () => {
    const markup = form({ errors: [{ field: 'org.name', code: 'money.negative' }] });
    expect(markup).toMatch(/<a href="#f-org-name">Name: /);
  });

  it('names what a question is about where several have the same label', () => {
    const fields: Field[] = ['rules', 'minutes'].flatMap((id): Field[] => [
      { kind: 'text', name: `items.${id}.points`, label: { text: `Item ${id}` }, max: 9 },
      { kind: 'text', name: `items.${id}.comment`, label: { text: 'Comment' }, max: 9 },
    ]);
    const markup = form({ fields, errors: [{ field: 'items.minutes.comment', code: 'money.negative' }] });
    expect(markup).toMatch(/<a href="#f-items-minutes-comment">Item minutes, Comment: /);
  });

  it('names the heading too where two fields have the same label', () => {
    const fields: Field[] = ['staff', 'members'].map((name) => ({
      kind: 'text',
      name,
      group: { text: `For ${name}` },
      label: { text: 'Idle' },
      max: 60,
    }));
    const markup = form({ fields, errors: [{ field: 'members', code: 'money.negative' }] });
    expect(markup).toMatch(/<a href="#f-members">For members, Idle: /);
  });

  it('says which file is meant, and that files are to be chosen again unless they were kept', () => {
    const fields: Field[] = [{ kind: 'files', name: 'charter', label: { text: 'Charter' }, max: 2 }];
    const errors = [{ field: 'charter', code: 'file.empty', params: { file: 'empty.pdf' } }];
    expect(form({ fields, errors }).split('empty.pdf: The file is empty')).toHaveLength(3);
    expect(form({ fields, errors })).toContain('choose them again');
    expect(form({ fields, errors, filesKept: true })).not.toContain('choose them again');
    expect(form({ fields })).not.toContain('choose them again');
  });

  it('says what belongs to no field without a link, and first', () => {
    const markup = form({ errors: [{ field: 'org.name', code: 'b' }, { code: 'changed.meanwhile' }] });
    expect(markup.indexOf('changed.meanwhile')).toBeLessThan(markup.indexOf('#f-org-name'));
  });

  it('has no summary when nothing is wrong', () => {
    expect(byId(form({}), 'errors')).toBeUndefined();
  });

  it('tells apart what is needed and what is not', () => {
    expect(byId(form({}), 'f-org-name')?.attributes['aria-required']).toBe('true');
    const optional = form({ fields: [{ ...text, optional: true }] });
    expect(byId(optional, 'f-org-name')?.attributes['aria-required']).toBeUndefined();
    expect(optional).toContain('optional');
  });

  it('shows few options as radios and many as a list', () => {
    const options = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ value: `v${i}`, label: { text: `V${i}` } }));
    const choice = (count: number) =>
      form({
        fields: [{ kind: 'choice', name: 'c', label: { text: 'C' }, options: options(count) }],
        values: { c: 'v1' },
      });
    expect(byName(choice(6), 'c').filter((tag) => tag.attributes.type === 'radio')).toHaveLength(6);
    expect(byName(choice(6), 'c').filter((tag) => 'checked' in tag.attributes)).toHaveLength(1);
    expect(byName(choice(7), 'c')[0]?.name).toBe('select');
  });

  it('keeps uploaded documents unless their box is unticked', () => {
    const files: Field = { kind: 'files', name: 'charter', label: { text: 'Charter' }, max: 2 };
    const markup = form({
      fields: [files],
      documents: { charter: [{ id: 'D1', name: 'a.pdf', sha256: 'f', size: 9 }] },
    });
    const kept = byName(markup, 'charter.kept')[0]?.attributes;
    expect(kept).toMatchObject({ type: 'checkbox', value: 'D1' });
    expect(kept && 'checked' in kept).toBe(true);
  });

  it('offers two blank lines under the filled ones, but never more than the most', () => {
    const rows = (max: number): Field => ({
      kind: 'rows',
      name: 'team',
      label: { text: 'Team' },
      max,
      columns: [{ kind: 'text', name: 'who', label: { text: 'Who' }, max: 20 }],
    });
    const values = { 'team.0.who': 'A', 'team.2.who': 'C' };
    const count = (max: number) =>
      tagsOf(form({ fields: [rows(max)], values })).filter((tag) => tag.attributes.name?.startsWith('team.'))
        .length;
    expect(count(12)).toBe(5);
    expect(count(4)).toBe(4);
  });
});

describe('stored values', () => {
  it('fill the inputs as they are typed', () => {
    const raw = rawOfValues(everyField, {
      name: 'A',
      budget: 12_800_050,
      persons: 3,
      party: false,
      promise: true,
      services: ['young'],
      team: [{ who: 'B', role: null, fulltime: true }],
    });
    expect(raw).toEqual({
      name: 'A',
      budget: '128,000.50',
      persons: '3',
      party: 'no',
      promise: 'yes',
      services: ['young'],
      'team.0.who': 'B',
      'team.0.fulltime': 'yes',
    });
  });

  it('are read in words', () => {
    const markup = markupOf(
      <ReadValues
        fields={everyField}
        values={{
          budget: 12_800_050,
          founded: '2019-03-05',
          type: 'service',
          community: 'gone',
          party: true,
        }}
      />,
      'zh-CN',
    );
    for (const words of ['128,000.50 元', '2019年3月5日', '社会服务机构', 'gone', '是', '未填写'])
      expect(markup).toContain(words);
  });
});
