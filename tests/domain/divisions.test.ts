import { describe, expect, it } from 'vitest';
import { divisionOf, divisionPath, divisionsBelow, streetsOf } from '#app/domain/divisions.ts';
import { divisionTable } from '#app/domain/divisions-table.ts';
import { sourceRows, tableModule } from './divisions-source.ts';

describe('divisions', () => {
  it('are the ones of the published table', async () => {
    await expect(tableModule(sourceRows())).toMatchFileSnapshot('../../app/domain/divisions-table.ts');
  });

  it('know every code that was ever in the table', () => {
    expect(sourceRows().filter((row) => divisionOf(row.code) === undefined)).toEqual([]);
  });

  it('stay small', () => {
    expect(Buffer.byteLength(divisionTable.join('\n'))).toBeLessThan(250_000);
  });

  it('know the county of the first center and its past', () => {
    expect(divisionOf('411025')).toEqual({ code: '411025', name: '襄城县', current: true, successors: [] });
    expect(divisionOf('410426')).toEqual({
      code: '410426',
      name: '襄城县',
      current: false,
      successors: ['411025'],
    });
    expect(divisionPath('411025')).toBe('河南省许昌市襄城县');
  });

  it('know a county that was abolished and what took its place', () => {
    expect(divisionOf('310230')).toMatchObject({ name: '崇明县', current: false, successors: ['310151'] });
    expect(divisionPath('310230')).toBe('上海市崇明县');
  });

  it('give a code that changed its name the name in use', () => {
    expect(divisionOf('410411')).toMatchObject({ name: '湛河区', current: true });
  });

  it('have a successor for every one that names one', () => {
    const lost = sourceRows()
      .flatMap((row) => divisionOf(row.code)?.successors ?? [])
      .filter((code) => divisionOf(code) === undefined);
    expect(lost).toEqual([]);
  });

  it('know the code of the ministry, and not a statistical or made-up one', () => {
    expect(divisionOf('100000')?.current).toBe(true);
    expect(divisionOf('411071')).toBeUndefined();
    expect(divisionOf('411099')).toBeUndefined();
    expect(divisionPath('411099')).toBeUndefined();
  });

  it('list what is below: provinces, prefectures, counties', () => {
    expect(divisionsBelow('100000')).toHaveLength(34);
    expect(divisionsBelow('410000').map((one) => one.name)).toContain('许昌市');
    expect(divisionsBelow('410000').map((one) => one.name)).toContain('济源市');
    expect(divisionsBelow('410000').map((one) => one.name)).not.toContain('襄城县');
    expect(divisionsBelow('411000').map((one) => one.name)).toEqual([
      '魏都区',
      '建安区',
      '鄢陵县',
      '襄城县',
      '禹州市',
      '长葛市',
    ]);
    expect(divisionsBelow('110000').map((one) => one.name)).toContain('东城区');
    expect(divisionsBelow('411025')).toEqual([]);
  });

  it('list the streets of the first county', () => {
    expect(streetsOf('411025')).toHaveLength(16);
    expect(streetsOf('411025')[0]).toEqual({ code: '411025001', name: '城关街道' });
    expect(streetsOf('411024')).toEqual([]);
  });
});
