import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFile } from '#app/documents/list-file.server.ts';
import { parseCsv } from '#app/documents/register-csv.server.ts';
import { paths } from '#app/paths.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  served = await serveWorld(world);
  for (let i = 0; i < 30; i += 1) {
    const { id, lead } = await world.draft(i === 3 ? { name: '=HYPERLINK("http://evil.example")' } : {});
    if (i % 2 === 0) await world.must(lead, 'application', id, 'submit', { consent: true, truth: true });
  }
  await world.store.write((trx) =>
    trx
      .updateTable('organization')
      .set({ phone: '13812345678', person_name: '张建国', founded_on: '2019-03-05' })
      .execute(),
  );
}, 60_000);

afterAll(async () => {
  await served.close();
  await world.close();
});

async function csvOf(who: string, address: string) {
  const answer = await served.get(await served.cookieOf(who), address);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const parsed = parseCsv(new TextDecoder().decode(bytes));
  return { answer, records: parsed.ok ? parsed.value : [] };
}

test('a list is exported as it is shown: same filter, same order, every page', async () => {
  const { answer, records } = await csvOf(
    'manager',
    `${paths.listExport('application', 'csv')}?stage=submitted`,
  );
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*%E5%8F%B0%E8%B4%A6/);
  const [head = [], ...rows] = records;
  expect(head.slice(0, 5)).toEqual(['序号', '编号', '组织名称', '类别', '提交日期']);
  expect(rows).toHaveLength(15);
  const numbers = rows.map((row) => row[1] ?? '');
  expect([...numbers].sort().reverse()).toEqual(numbers);
  expect(rows[0]?.[4]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(await csvOf('manager', paths.listExport('application', 'csv'))).toMatchObject({
    records: { length: 31 },
  });
});

test('a deadline is the day that the page shows, not the midnight after it', async () => {
  const { records } = await csvOf('manager', `${paths.listExport('application', 'csv')}?stage=submitted`);
  const [head = [], first = []] = records;
  const row = await world.store.read
    .selectFrom('application')
    .select('due_at')
    .where('number', '=', first[head.indexOf('编号')] ?? '')
    .executeTakeFirstOrThrow();
  const due = row.due_at ?? '';
  expect(due.slice(11)).toBe('16:00:00.000Z');
  // Midnight in Shanghai is 16:00 in UTC: the day that ends then is the day of that instant in UTC.
  expect(first[head.indexOf('时限')]).toBe(due.slice(0, 10));
});

test('who exported what stands in the security log', async () => {
  await csvOf('director', `${paths.listExport('application', 'csv')}?stage=submitted&q=志愿`);
  const logged = await world.store.read
    .selectFrom('security_event')
    .selectAll()
    .where('kind', '=', 'list_exported')
    .where('person_id', '=', world.idOf('director'))
    .executeTakeFirstOrThrow();
  expect(JSON.parse(logged.detail)).toMatchObject({ list: 'application', state: 'submitted', format: 'csv' });
  expect(logged.detail).not.toContain('志愿');
});

test('nobody gets more by the file than by the page', async () => {
  const status = async (who: string, address: string) =>
    (await served.get(await served.cookieOf(who), address)).status;
  expect(await status('lead1', paths.registerExport('csv'))).toBe(200);
  expect((await csvOf('lead1', paths.listExport('application', 'csv'))).records).toHaveLength(2);
  expect(await status('reviewer1', paths.registerExport('csv'))).toBe(404);
  expect(await status('manager', '/applications/export/pdf')).toBe(404);
  expect(await status('manager', '/strangers/export/csv')).toBe(404);
  const head = (await csvOf('lead1', paths.listExport('application', 'csv'))).records[0];
  expect(head).not.toContain('得分');
  expect((await served.get('', paths.registerExport('csv'))).status).toBe(302);
});

test('the register says what must not be missed about an organization', async () => {
  const { id } = await world.organization({ name: '襄城县备注示例服务中心' });
  await world.store.write((trx) =>
    trx
      .updateTable('organization')
      .set({ credit_flag: 'abnormal', barred_until: '2028-03-01' })
      .where('id', '=', id)
      .execute(),
  );
  const { records } = await csvOf('manager', `${paths.registerExport('csv')}?q=备注示例`);
  expect(records[0]?.at(-1)).toBe('备注');
  expect(records[1]?.at(-1)).toBe('列入活动异常名录；2028-03-01 以前不得再申请');
});

test('the register covers people, and no cell is a formula', async () => {
  const { records } = await csvOf('manager', paths.registerExport('csv'));
  const text = JSON.stringify(records);
  expect(text).toContain('138****5678');
  expect(text).toContain('张**');
  expect(text).not.toContain('13812345678');
  expect(text).not.toContain('张建国');
  expect(records.flat().filter((cell) => cell.includes('HYPERLINK'))).toEqual([
    '\'=HYPERLINK("http://evil.example")',
  ]);
});

test('a workbook keeps its header in sight, codes as texts, days and figures as what they are', async () => {
  const answer = await served.get(await served.cookieOf('manager'), paths.registerExport('xlsx'));
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(sheet).toContain('state="frozen"');
  // 2019-03-05 is day 43529 of a spreadsheet
  expect(sheet).toMatch(/<c r="E\d+" s="4"><v>43529<\/v><\/c>/);
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain("'=HYPERLINK");
});

test('figures and days are written for both forms, a piece at a time', async () => {
  const table = {
    title: '表',
    head: ['甲'],
    pieces: () => [
      [[{ points: 86.5 }], [{ number: 3 }]],
      [[{ day: '2026-02-28' }], ['＝1']],
    ],
  };
  let pauses = 0;
  const fileAs = (format: 'csv' | 'xlsx') =>
    listFile(table, format, '2026-03-01', async () => {
      pauses += 1;
    });
  const csv = new TextDecoder('utf-8', { ignoreBOM: false }).decode((await fileAs('csv')).bytes);
  expect(csv).toBe("甲\r\n86.50\r\n3\r\n2026-02-28\r\n'＝1\r\n");
  const { name, bytes } = await fileAs('xlsx');
  expect(name).toBe('表-2026-03-01.xlsx');
  const sheet = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(sheet).toContain('<row r="3"><c r="A3" s="0"><v>3</v></c></row><row r="4">');
  expect(pauses).toBe(4);
});
