import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCommand } from '#app/jobs/import-register.server.ts';
import { createCenter } from '#app/operations/admin/create-center.server.ts';
import { environmentOf } from '#tests/database.ts';
import { expected, registerName } from '#tests/documents/register-rendering.ts';
import { openWorld, type World } from '#tests/world.ts';

const sample = new URL(`../data/registers/${encodeURIComponent(`${registerName}.xlsx`)}`, import.meta.url);
const wanted = expected.rows.map(({ row, verdict, field }) => ({
  row,
  verdict,
  ...(field ? { field } : {}),
}));

let folder: string;
let world: World | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hatchery-import-'));
  copyFileSync(sample, join(folder, `${registerName}.xlsx`));
});
afterEach(async () => {
  await world?.close();
  world = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as a shell would, on the day of the sample register where there is a database. */
async function run(...args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const env = world
    ? { ...environmentOf(world.place), DATA_DIR: world.folder, NOW: '2026-11-24T01:00:00.000Z' }
    : { DATA_DIR: join(folder, 'none') };
  const status = await importCommand(args, {
    env,
    folder,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { status, out, err: err.join('\n') };
}

async function openMarkedWorld(): Promise<World> {
  const opened = await openWorld();
  await opened.store.write((trx) =>
    trx.insertInto('instance').values({ name: 'test', value: '1' }).execute(),
  );
  world = opened;
  return opened;
}

const verdictsIn = (lines: readonly string[]) =>
  lines.map((line) => {
    const { row, verdict, field } = JSON.parse(line) as { row: number; verdict: string; field?: string };
    return { row, verdict, ...(field ? { field } : {}) };
  });
const organizations = async (of: World) =>
  (await of.store.read.selectFrom('organization').select(['name', 'standing']).execute()).length;

const file = `${registerName}.xlsx`;

describe('the command that imports a register', () => {
  it('gives each row its verdict as a line of JSON and nothing else, without changing anything', async () => {
    const of = await openMarkedWorld();
    const { status, out } = await run(file, '--dry-run', '--json');
    expect(status).toBe(0);
    expect(verdictsIn(out)).toEqual(wanted);
    expect(out.map((line) => JSON.parse(line)).every((row) => row.message !== '')).toBe(true);
    expect(await organizations(of)).toBe(0);
    expect(readdirSync(folder)).toEqual([file]);
  });

  it('judges a file where there is no database yet, and makes none', async () => {
    const { status, out } = await run(file, '--dry-run', '--json');
    expect(status).toBe(0);
    expect(out).toHaveLength(wanted.length);
    expect(existsSync(join(folder, 'none'))).toBe(false);
    const real = await run(file, '--json');
    expect(real).toMatchObject({ status: 0, out });
    expect(real.err).toContain('还没有中心');
  });

  it('imports, and writes the rest beside the file', async () => {
    const of = await openMarkedWorld();
    const { status, out, err } = await run(file, '--json');
    expect(status).toBe(0);
    expect(verdictsIn(out)).toEqual(wanted);
    expect(await organizations(of)).toBe(37);
    expect(readdirSync(folder).sort()).toEqual([file, `${registerName}-待更正.xlsx`].sort());
    expect(err).toContain('已导入 37 个组织');
    const first = await of.store.read
      .selectFrom('history')
      .selectAll()
      .where('event', '=', 'import')
      .executeTakeFirst();
    expect(first).toMatchObject({
      actor_id: null,
      actor_name: '命令行导入',
      role: 'system',
      to_state: 'active',
    });
  });

  it('never writes over a file that is there', async () => {
    await openMarkedWorld();
    writeFileSync(join(folder, `${registerName}-待更正.xlsx`), 'mended');
    await run(file);
    expect(readFileSync(join(folder, `${registerName}-待更正.xlsx`), 'utf8')).toBe('mended');
    expect(readdirSync(folder)).toContain(`${registerName}-待更正-2.xlsx`);
  });

  it('is run again on a mended file', async () => {
    const of = await openMarkedWorld();
    writeFileSync(
      join(folder, 'a.csv'),
      '组织名称,登记类型,备案号,负责人,联系电话\n襄城县甲乙志愿服务队,备案,备1,张三,13800001234\n襄城县丙丁志愿服务队,备案,,李四,13800001235\n',
    );
    await run('a.csv');
    expect(await organizations(of)).toBe(1);
    const returned = join(folder, 'a-待更正.csv');
    writeFileSync(returned, readFileSync(returned, 'utf8').replace('备案,,', '备案,备2,'));
    await run('a-待更正.csv');
    expect(await organizations(of)).toBe(2);
  });

  it('says in plain lines which end of the term it proposes', async () => {
    await openMarkedWorld();
    writeFileSync(
      join(folder, 'a.csv'),
      '组织名称,登记类型,备案号,负责人,联系电话,入驻日期\n襄城县甲乙志愿服务队,备案,备1,张三,13800001234,2026-06-01\n',
    );
    const { out } = await run('a.csv', '--dry-run', '--term', '18', '--lang', 'en');
    expect(out[0]).toContain('2026-06-01 to 2027-12-01 (end proposed)');
  });

  it('lets a person name the columns that it cannot guess', async () => {
    const of = await openMarkedWorld();
    writeFileSync(join(folder, 'a.csv'), '甲,乙,丙\n襄城县甲乙志愿服务队,备案,备1\n');
    const unknown = await run('a.csv', '--dry-run', '--json');
    expect(unknown).toMatchObject({ status: 1, out: [] });
    expect(unknown.err).toContain('第 1 列“甲”');
    const named = await run('a.csv', '--map', '1=name', '--map', 'B=type', '--map', '3=record');
    expect(named.status).toBe(0);
    expect(await organizations(of)).toBe(1);
  });

  it('asks for the center when there are several', async () => {
    const of = await openMarkedWorld();
    const other = {
      name: '颍桥镇社会组织孵化中心',
      nameEn: 'Yingqiao',
      regionCode: '411025101',
      address: '颍桥镇',
      phone: '0374-3560001',
      introduction: '培育社区社会组织。',
      introductionEn: 'We help.',
      seats: 2,
    };
    await createCenter(of.house, other);
    const silent = await run(file, '--json');
    expect(silent).toMatchObject({ status: 2, out: [] });
    expect(silent.err).toContain(other.name);
    expect((await run(file, '--center', '没有的中心')).status).toBe(2);
    expect((await run(file, '--center', other.name)).status).toBe(0);
    const centers = await of.store.read.selectFrom('organization').select('center_id').distinct().execute();
    expect(centers).toHaveLength(1);
    expect(centers[0]?.center_id).not.toBe(of.centerId);
  });

  it.each([
    [['missing.xlsx'], 1],
    [['notes.pdf'], 1],
    [[], 2],
    [[file, '--term', '2'], 2],
    [[file, '--map', 'nonsense'], 2],
    [[file, '--unknown'], 2],
  ])('ends %j with status %i and says why', async (args, status) => {
    writeFileSync(join(folder, 'notes.pdf'), '%PDF-1.4');
    const answer = await run(...args);
    expect(answer).toMatchObject({ status, out: [] });
    expect(answer.err).not.toBe('');
  });
});
