import { divisionTable } from './divisions-table.ts';

/**
 * Administrative divisions (行政区划, GB/T 2260), county level and above, since 1981. A code keeps the
 * division of its registration, so the abolished ones are here too, with what took their place.
 */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly current: boolean;
  /** Codes of what took its place; empty for a current one, and where nobody recorded it. */
  readonly successors: readonly string[];
}

/** A street, town or township: nine digits (国家统计局). */
export interface Street {
  readonly code: string;
  readonly name: string;
}

/** The codes of what the ministry itself registers; GB/T 2260 has no entry for the whole country. */
const NATIONAL: Division = { code: '100000', name: '全国', current: true, successors: [] };

/** Streets are shipped for the county of the first center alone. */
const STREETS: Readonly<Record<string, string>> = {
  '411025':
    '001城关街道 002茨沟街道 101颍桥回族镇 102麦岭镇 103颍阳镇 104王洛镇 105紫云镇 106库庄镇 ' +
    '107十里铺镇 108山头店镇 109汾陈镇 200湛北乡 203丁营乡 204姜庄乡 205范湖乡 206双庙乡',
};

let known: ReadonlyMap<string, Division> | undefined;

/** The division of a code, current or abolished; undefined when the lists do not know it. */
export function divisionOf(code: string): Division | undefined {
  known ??= readTable();
  return known.get(code);
}

/** Its name with those above it, `河南省许昌市襄城县`; undefined when the code is not known. */
export function divisionPath(code: string): string | undefined {
  const division = divisionOf(code);
  if (!division) return undefined;
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((one) => one !== code);
  return [...new Set(above)].map((one) => divisionOf(one)?.name ?? '').join('') + division.name;
}

/** The current divisions directly below one: the provinces of `100000`, the prefectures of a province, its counties. */
export function divisionsBelow(code: string): readonly Division[] {
  known ??= readTable();
  const isBelow = belowTest(code);
  return [...known.values()].filter((one) => one.current && one.code !== code && isBelow(one.code));
}

/** The streets and townships of a county, as far as they are shipped. */
export function streetsOf(code: string): readonly Street[] {
  const listed = STREETS[code];
  if (listed === undefined) return [];
  return listed.split(' ').map((entry) => ({ code: code + entry.slice(0, 3), name: entry.slice(3) }));
}

/** Municipalities and counties under a province have no prefecture between: they count as directly below. */
function belowTest(code: string): (other: string) => boolean {
  if (code === NATIONAL.code) return (other) => other.endsWith('0000') && other !== NATIONAL.code;
  if (!code.endsWith('00')) return () => false;
  if (!code.endsWith('0000')) return (other) => other.startsWith(code.slice(0, 4));
  return (other) =>
    other.startsWith(code.slice(0, 2)) &&
    (other.endsWith('00') || divisionOf(`${other.slice(0, 4)}00`)?.current !== true);
}

function readTable(): ReadonlyMap<string, Division> {
  const map = new Map([[NATIONAL.code, NATIONAL]]);
  for (const line of divisionTable) {
    const [province = '', ...entries] = line.split('|');
    for (const entry of entries) {
      const division = readEntry(province, entry);
      map.set(division.code, division);
    }
  }
  return map;
}

/** `0101东城区`, `0103崇文区>110101` (abolished, with successors) or `2100邯郸地区-` (abolished). */
function readEntry(province: string, entry: string): Division {
  const [, rest = '', name = '', mark, successors = ''] = /^(\d{4})([^>-]+)([>-]?)(.*)$/.exec(entry) ?? [];
  return {
    code: province + rest,
    name,
    current: mark === '',
    successors: successors === '' ? [] : successors.split(','),
  };
}
