import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImportPage } from '#app/components/organizations/import-page.tsx';
import { LocaleProvider } from '#app/components/ui/locale.tsx';
import { locales } from '#app/i18n/locale.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { loader as documentLoader } from '#app/routes/documents/download.ts';
import { action, loader } from '#app/routes/organizations/import.tsx';
import { loader as rejectedLoader } from '#app/routes/organizations/import-rejected.ts';
import { expected, gridOf, registerBytes, registerName } from '#tests/documents/register-rendering.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, posting, thrown } from './door.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
  world.clock.set('2026-11-24T01:00:00.000Z');
});
afterEach(() => world.close());

type View = Parameters<typeof ImportPage>[0]['view'];

const place = '/organizations/import';
const look = async (who: string, path = place): Promise<{ status: number; view: View }> => {
  const answer = await loader(getting(await doorOf(world, who), path));
  return { status: answer.status, view: (await answer.json()) as View };
};
const formWith = (bytes: Uint8Array, name: string, more: Readonly<Record<string, string>> = {}) => {
  const form = new FormData();
  for (const [key, value] of Object.entries(more)) form.set(key, value);
  form.set('register', new File([new Uint8Array(bytes)], name));
  return form;
};
const sample = () => formWith(registerBytes(), `${registerName}.xlsx`);
const text = (...lines: readonly string[]) => formWith(new TextEncoder().encode(lines.join('\n')), 'a.csv');

/** Uploads a file and answers the address to which that leads. */
async function uploaded(who: string, form: FormData): Promise<string> {
  const answer = await thrown(async () => action(posting(await doorOf(world, who), place, form)));
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
const confirm = async (who: string, path: string, shown: number) =>
  action(posting(await doorOf(world, who), path, { key: 'key', shown: String(shown) }));
const refusalsOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { field?: string; code: string }[] }).errors;
const organizations = async () =>
  (await world.store.read.selectFrom('organization').select('id').execute()).length;

describe('the page that imports a register', () => {
  it('is there for those who run a center, and for nobody else', async () => {
    expect(
      (await thrown(async () => loader(getting(await doorOf(world), place)))).headers.get('location'),
    ).toContain('/sign-in');
    for (const who of ['reviewer1', 'supervisor', 'admin', 'mentor']) {
      const door = await doorOf(world, who);
      expect((await thrown(() => loader(getting(door, place)))).status, who).toBe(404);
      expect((await thrown(() => action(posting(door, place, sample())))).status, who).toBe(404);
    }
    expect((await look('director')).view.upload?.fields.map((field) => field.name)).toEqual(['register']);
  });

  it('asks for a register and not for documents: the file chooser offers tables, and nothing is said of other kinds', async () => {
    const { view } = await look('director');
    for (const locale of locales) {
      const drawn = renderToStaticMarkup(
        <LocaleProvider locale={locale} now={world.clock.now()}>
          <ImportPage view={view} errors={[]} raw={{}} />
        </LocaleProvider>,
      );
      expect(drawn).toContain('accept=".xlsx,.csv,.txt,.tsv"');
      expect(drawn).toContain('25 MB');
      expect(drawn).not.toMatch(/PDF|20 MB/);
    }
  });

  it('shows the verdicts, imports what was shown, and gives the rest back to be mended', async () => {
    const path = await uploaded('manager', sample());
    const { view } = await look('manager', path);
    expect(view.preview?.found).toMatchObject({
      counts: { good: 35, warn: 2, bad: 9 },
      incoming: 37,
      show: 'problems',
      problems: 11,
      unknownColumns: expected.unknownColumns,
    });
    expect(await organizations(), 'nothing yet').toBe(0);
    const answer = await thrown(() => confirm('manager', path, 37));
    expect(answer.status).toBe(303);
    const result = answer.headers.get('location') ?? '';
    expect(await organizations()).toBe(37);
    const { view: done } = await look('manager', result);
    expect(done.result).toMatchObject({
      good: 37,
      bad: 9,
      rejected: { name: `${registerName}-待更正.xlsx` },
    });
    const id = done.result?.id ?? '';
    const file = await rejectedLoader(
      getting(await doorOf(world, 'director'), `${place}/rejected/${id}`, { id }),
    );
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const back = await gridOf(new Uint8Array(await file.arrayBuffer()), 'a.xlsx');
    expect(back.sheets[0]?.rows).toHaveLength(10);
    const { view: first } = await look('manager');
    expect(first.upload?.runs).toMatchObject([{ id, good: 37, bad: 9, who: 'manager' }]);
  });

  it('imports once when the confirmation is sent twice', async () => {
    const path = await uploaded('manager', sample());
    const first = await thrown(() => confirm('manager', path, 37));
    const second = await thrown(() => confirm('manager', path, 37));
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await organizations()).toBe(37);
  });

  it('refuses when the register changed after it was shown', async () => {
    const path = await uploaded('manager', sample());
    await world.organization({ name: '襄城县城关街道夕阳红老年服务中心' });
    const answer = await confirm('manager', path, 37);
    expect(answer.status).toBe(409);
    expect(await refusalsOf(answer)).toMatchObject([{ code: 'import.changedMeanwhile' }]);
    expect(await organizations()).toBe(1);
  });

  it('keeps an upload to whoever sent it, and only until the next one', async () => {
    const path = await uploaded('manager', sample());
    const other = await doorOf(world, 'manager2');
    expect((await thrown(() => loader(getting(other, path)))).status).toBe(404);
    expect((await thrown(() => action(posting(other, path, { shown: '37' })))).status).toBe(404);
    await uploaded('manager', text('组织名称,备案号', '襄城县甲乙志愿服务队,备1'));
    const door = await doorOf(world, 'manager');
    expect((await thrown(() => loader(getting(door, path)))).status).toBe(404);
  });

  it('gives its files through no other door', async () => {
    await uploaded('manager', sample());
    const { id } = await world.store.read.selectFrom('document').select('id').executeTakeFirstOrThrow();
    const door = await doorOf(world, 'manager');
    expect((await thrown(() => documentLoader(getting(door, `/documents/${id}`, { id })))).status).toBe(404);
    expect(
      (await thrown(() => rejectedLoader(getting(door, `${place}/rejected/x`, { id: 'x' })))).status,
    ).toBe(404);
  });

  it.each([
    ['notes.pdf', '%PDF-1.4', 'register.file.kind'],
    ['a.xlsx', 'not a workbook', 'register.file.mismatch'],
    ['a.csv', '只有一句话', 'register.noHeader'],
  ])('says at the field why it does not take %s', async (name, content, code) => {
    const form = formWith(new TextEncoder().encode(content), name);
    const answer = await action(posting(await doorOf(world, 'manager'), place, form));
    expect(answer.status).toBe(422);
    expect(await refusalsOf(answer)).toMatchObject([{ field: 'register', code }]);
  });

  it('asks for a file when none was chosen', async () => {
    const answer = await action(posting(await doorOf(world, 'manager'), place, { key: 'key' }));
    expect(answer.status).toBe(422);
    expect(await refusalsOf(answer)).toEqual([{ field: 'register', code: 'form.fileMissing' }]);
  });

  it('asks for the center when there are several', async () => {
    const center = {
      name: '颍桥镇社会组织孵化中心',
      nameEn: 'Yingqiao',
      regionCode: '411025101',
      address: '颍桥镇',
      phone: '0374-3560001',
      introduction: '培育社区社会组织。',
      introductionEn: 'We help.',
      seats: 2,
    };
    const second = await createCenter(world.house, center);
    await world.person('manager', 'manager', 'center', second);
    const { view } = await look('manager');
    expect(view.upload?.fields.map((field) => field.name)).toEqual(['center', 'register']);
    const answer = await action(posting(await doorOf(world, 'manager'), place, sample()));
    expect(await refusalsOf(answer)).toEqual([{ field: 'center', code: 'form.required' }]);
    const path = await uploaded(
      'manager',
      formWith(registerBytes(), `${registerName}.xlsx`, { center: second }),
    );
    await thrown(() => confirm('manager', path, 37));
    const row = await world.store.read.selectFrom('import_run').select('center_id').executeTakeFirstOrThrow();
    expect(row.center_id).toBe(second);
  });
});

describe('what a person says of the file', () => {
  const unheaded = () => text('甲,乙,丙,丁', '襄城县甲乙志愿服务队,备案,备1,2026-06-01');

  it('is asked for where the headings say nothing, and then holds', async () => {
    const path = await uploaded('manager', unheaded());
    const { view } = await look('manager', path);
    expect(view.preview?.found).toBeNull();
    expect(view.preview?.refusals).toMatchObject([{ field: 'map.0', code: 'import.column.noName' }]);
    const named = `${path}&map.0=name&map.1=type&map.2=record&map.3=joined&term=24`;
    const { view: again } = await look('manager', named);
    expect(again.preview?.found?.rows).toMatchObject([
      {
        verdict: 'warn',
        term: { joinedOn: '2026-06-01', endsOn: '2028-06-01', proposed: true, past: false },
      },
    ]);
    await thrown(() => confirm('manager', named, 1));
    const row = await world.store.read.selectFrom('incubation').select('facts').executeTakeFirstOrThrow();
    expect(JSON.parse(row.facts)).toMatchObject({ termMonths: 24, term: { endsOn: '2028-06-01' } });
  });

  it('is refused at its field where it cannot be', async () => {
    const path = await uploaded('manager', unheaded());
    const twice = await look('manager', `${path}&map.0=name&map.1=name`);
    expect(twice.status).toBe(422);
    expect(twice.view.preview?.refusals).toMatchObject([{ field: 'map.1', code: 'import.column.twice' }]);
    const term = await look('manager', `${path}&map.0=name&term=99`);
    expect(term.view.preview?.refusals).toMatchObject([{ field: 'term' }]);
    const unknown = await look('manager', `${path}&map.0=hacked`);
    expect(unknown.view.preview?.refusals).toMatchObject([{ field: 'map.0' }]);
  });

  it('goes through long registers page by page', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `襄城县第${i}志愿服务队,备${i},张三,13800001234`);
    const path = await uploaded('manager', text('组织名称,备案号,负责人,联系电话', ...lines));
    const { view } = await look('manager', `${path}&show=all&page=3`);
    expect(view.preview?.found).toMatchObject({ page: 3, pages: 3, all: 120 });
    expect(view.preview?.found?.rows.map((row) => row.row)[0]).toBe(102);
    expect((await look('manager', `${path}&page=99`)).view.preview?.found?.page).toBe(3);
  });
});

describe.each(locales)('the page in %s', (locale) => {
  const draw = (view: View) =>
    renderToStaticMarkup(
      <LocaleProvider locale={locale} now={world.clock.now()}>
        <ImportPage view={view} errors={[]} raw={{}} />
      </LocaleProvider>,
    );

  it('says every step in words, without a script', async () => {
    const path = await uploaded('manager', sample());
    const answer = await thrown(() => confirm('manager', path, 37));
    const second = await uploaded('manager', sample());
    for (const address of [place, second, `${second}&show=all`, answer.headers.get('location') ?? '']) {
      const page = draw((await look('manager', address)).view);
      expect(page).not.toContain('<script');
      expect(page.match(/(import|register|refusal)\.[a-z]+\.[a-zA-Z.]+/g) ?? [], address).toEqual([]);
      expect(page).not.toContain('undefined');
    }
  });
});
