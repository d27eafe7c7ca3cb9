import type { GivenRole } from '#app/domain/policy/actor.ts';

export interface CastPerson {
  /** What stands before the @ of the address, and how the stories call them. */
  readonly key: string;
  /** The sign-in page offers no account for a second manager and a second mentor: they are there so that not all is one person's. */
  readonly played: boolean;
  readonly name: string;
  readonly role: GivenRole;
  readonly scope: 'center' | 'region' | 'instance';
}

const at =
  (scope: CastPerson['scope']) =>
  (key: string, name: string, role: GivenRole, played = true): CastPerson => ({
    key,
    name,
    role,
    scope,
    played,
  });
const center = at('center');
const region = at('region');
const instance = at('instance');

/** Who works at the center and around it. */
export const staffCast: readonly CastPerson[] = [
  center('director', '宋文清', 'director'),
  center('manager', '何敏', 'manager'),
  center('manager2', '周亭亭', 'manager', false),
  center('reviewer1', '陈国栋', 'reviewer'),
  center('reviewer2', '李秀兰', 'reviewer'),
  center('reviewer3', '王建民', 'reviewer'),
  center('reviewer4', '赵雅琴', 'reviewer'),
  center('reviewer5', '刘志远', 'reviewer'),
  center('reviewer6', '孙晓燕', 'reviewer'),
  center('assessor1', '马立新', 'assessor'),
  center('assessor2', '胡桂英', 'assessor'),
  center('assessor3', '郭振华', 'assessor'),
  center('assessor4', '林静怡', 'assessor'),
  center('assessor5', '高海涛', 'assessor'),
  center('mentor', '罗梅', 'mentor'),
  center('mentor2', '谢长河', 'mentor', false),
  region('supervisor', '方正平', 'supervisor'),
  region('supervisor2', '田玉洁', 'supervisor'),
  center('payer', '曹会娟', 'payer'),
  center('party', '袁永红', 'party_committee'),
  center('community', '邓晓芳', 'community_worker'),
  instance('admin', '金海', 'admin'),
  instance('auditor', '史言', 'auditor'),
];

/** The organization whose lead, staff and finance officer can be played, and the one that is applying. */
export const playedOrganization = { lead: '许春梅', staff: '贾宁', finance: '龚丽' } as const;

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎';
const givenNames = [
  '秀珍',
  '建国',
  '海燕',
  '志强',
  '玉梅',
  '文博',
  '春霞',
  '永刚',
  '丽华',
  '国庆',
  '晓东',
  '桂芝',
  '明远',
  '淑芬',
  '铁军',
  '雅静',
  '振宇',
  '红霞',
  '保平',
  '佳慧',
] as const;

/** A made-up name; the same number gives the same name. */
export const madeUpName = (n: number): string =>
  `${surnames[(n * 7 + 3) % surnames.length]}${givenNames[(n * 11 + 5) % givenNames.length]}`;

/** A telephone number that belongs to nobody: 138 0000 and four figures. */
export const madeUpPhone = (n: number): string =>
  `1380000${String(1000 + ((n * 137) % 9000)).padStart(4, '0')}`;
