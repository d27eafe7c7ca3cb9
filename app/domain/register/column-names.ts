/** What a column of a register holds. `codeOrRecord` is one column for both numbers, as many offices keep it. */
export const registerFields = [
  'name',
  'code',
  'record',
  'codeOrRecord',
  'type',
  'founded',
  'person',
  'phone',
  'scope',
  'community',
  'joined',
  'ends',
] as const;

export type RegisterField = (typeof registerFields)[number];

/** A heading, understood: the field, and how well the words fit it. */
export interface Guess {
  readonly field: RegisterField;
  readonly fit: number;
}

/** The names that people use, the most telling first: where two columns claim a field, the earlier name wins. */
const names: Readonly<Record<Exclude<RegisterField, 'codeOrRecord'>, string>> = {
  name:
    '组织名称 社会组织名称 机构名称 单位名称 机构全称 组织全称 单位全称 全称 名称 社团名称 团体名称 ' +
    '社会组织 组织名 队伍名称 孵化组织 入驻组织 入壳组织 NAME ORGANIZATION ORGANISATION ORGANIZATIONNAME',
  code:
    '统一社会信用代码 社会信用代码 信用代码 统一信用代码 统一代码 组织机构代码 机构代码 登记证号 登记证书号 ' +
    'USCC CREDITCODE CODE',
  record: '备案号 备案编号 备案证号 备案证书号 备案证书编号 备案文号 备案登记号 RECORDNO RECORDNUMBER',
  type:
    '登记类型 组织类型 社会组织类型 机构类型 单位类型 登记类别 组织类别 社会组织类别 机构类别 类别 类型 ' +
    '登记形式 登记性质 组织性质 机构性质 性质 登记状态 登记情况 组织形式 TYPE REGISTRATIONTYPE',
  founded:
    '成立日期 成立时间 登记日期 登记时间 注册日期 注册时间 批准日期 批准时间 成立登记日期 成立登记时间 ' +
    '登记成立日期 登记成立时间 备案日期 备案时间 成立年月 FOUNDED FOUNDEDON',
  person:
    '法定代表人 法人代表 法人 负责人 法定代表人姓名 法人姓名 法人代表姓名 负责人姓名 法定代表人/负责人 ' +
    '主要负责人 组织负责人 机构负责人 姓名 会长 理事长 队长 联系人 联系人姓名 PERSON LEAD',
  phone:
    '联系电话 联系方式 电话 手机 手机号 手机号码 电话号码 联系手机 联系号码 负责人电话 法人电话 移动电话 ' +
    '办公电话 PHONE TELEPHONE MOBILE',
  scope:
    '业务范围 主要业务 业务领域 服务领域 服务范围 主要业务范围 宗旨和业务范围 服务内容 主要服务内容 ' +
    '活动范围 主营业务 业务内容 SCOPE',
  community:
    '所在社区 所属社区 社区 社区名称 所在村 所在村社区 村社区 村居 所在村居 所属村居 服务社区 落地社区 COMMUNITY',
  joined:
    '入驻日期 入驻时间 进驻日期 进驻时间 入壳日期 入壳时间 入孵日期 入孵时间 孵化开始日期 孵化开始时间 ' +
    '孵化起始日期 孵化起始时间 入驻孵化日期 入驻孵化时间 孵化日期 孵化时间 签约日期 JOINED JOINEDON',
  ends:
    '孵化期满 孵化期满日期 孵化期满时间 期满日期 期满时间 到期日期 到期时间 孵化到期日期 孵化到期时间 ' +
    '孵化截止日期 孵化截止时间 孵化结束日期 孵化结束时间 协议到期 协议到期日期 协议到期时间 孵化期至 ENDS ENDSON',
};

/** For headings with more words in them than the lists foresee; the first that matches. */
const patterns: readonly (readonly [RegisterField, RegExp])[] = [
  ['ends', /(孵化|入驻|进驻|协议|期满).*(期满|到期|截止|结束|终止)/],
  ['joined', /(入驻|进驻|入壳|入孵).*(日期|时间|年月)/],
  ['code', /信用代码/],
  ['record', /备案.*(号|编号|编码)$/],
  ['type', /(登记|组织|机构).*(类型|类别)$/],
  ['founded', /(成立|登记|注册).*(日期|时间|年月)$/],
  ['phone', /(电话|手机)/],
  ['person', /(法定代表人|法人代表|负责人)/],
  ['scope', /(业务|服务)(范围|领域|内容)/],
  ['community', /(所在|所属).*(社区|村)/],
  ['name', /^(组织|机构|社团|团体|单位|协会).*(名称|全称)$/],
];

/** Headings that hold another's name, number or term: a supervisor's, an operator's, a certificate's. */
const someoneElses = /(主管|登记机关|管理机关|上级|依托|运营|主办|证书有效|开户|银行|党|监事|财务)/;

/** The column that a returned file has at its end, in each language; it is neither data nor unknown. */
const reasons = new Set(['未导入原因', 'WHYNOTIMPORTED']);

const listed = new Map<string, Guess>(
  Object.entries(names).flatMap(([field, words]) =>
    words
      .split(' ')
      .map((word, rank): [string, Guess] => [word, { field: field as RegisterField, fit: 100 - rank }]),
  ),
);

const LONGEST_HEADING = 60;

/** The field that a heading names; undefined when the words are not known. */
export function guessField(heading: string): Guess | undefined {
  if (heading.length > LONGEST_HEADING) return undefined;
  const whole = plain(heading);
  if (/信用代码/.test(whole) && /备案.?号|备案编号/.test(whole)) return { field: 'codeOrRecord', fit: 100 };
  const short = whole.replace(/\(.*?\)|\[.*?\]|【.*?】/g, '') || whole;
  const exact = listed.get(short) ?? listed.get(whole);
  if (exact) return exact;
  if (someoneElses.test(short)) return undefined;
  const found = patterns.find(([, pattern]) => pattern.test(short));
  return found ? { field: found[0], fit: 1 } : undefined;
}

/** Whether a heading is the one under which a returned file says why a row did not come in. */
export const isReasonHeading = (heading: string): boolean =>
  heading.length <= LONGEST_HEADING && reasons.has(plain(heading));

/** Half-width, no spaces or line breaks, no marks for "required", no numbering, no colon. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[*※★\d.、]+/, '')
    .replace(/[:*]+$/, '')
    .toUpperCase();
