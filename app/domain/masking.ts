import { normaliseResidentId } from './resident-id.ts';

/**
 * Personal data with its telling part covered (脱敏), for lists, exports and pages where the whole is not needed.
 * What cannot be recognised is covered whole: a mask never lets more through because the value is odd.
 */

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 ' +
    '百里 呼延 申屠 闻人 濮阳 淳于 单于 太叔 公羊 澹台 公冶 宗政 钟离 鲜于 闾丘 亓官 仲孙 拓跋 万俟 赫连'
  ).split(' '),
);

const COVERED = '***';

/** Mobile `138****1234`; landline with its area code and last four, `0374-****0001`; anything else is covered. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[\s-]/g, '');
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  const landline = /^(0(?:10|2\d|\d{3}))(\d{7,8})$/.exec(digits);
  if (landline?.[1] && landline[2]) return `${landline[1]}-****${landline[2].slice(-4)}`;
  return digits === '' ? '' : COVERED;
}

/** First three and last four, `411***********0004`: the birth date, digits 7 to 14, is never shown. */
export function maskResidentId(number: string): string {
  const normal = normaliseResidentId(number);
  if (/^\d{17}[\dX]$/.test(normal)) return `${normal.slice(0, 3)}${'*'.repeat(11)}${normal.slice(-4)}`;
  return normal === '' ? '' : COVERED;
}

/** The surname and a star for each character of the rest: `张*`, `欧阳**`. A name of one character is covered. */
export function maskName(name: string): string {
  const characters = [...name.normalize('NFC').trim()];
  if (characters.length <= 1) return '*'.repeat(characters.length);
  const compound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''));
  const shown = compound ? 2 : 1;
  const rest = characters.slice(shown).map((character) => (/[·•\s]/.test(character) ? character : '*'));
  return characters.slice(0, shown).join('') + rest.join('');
}

/** The last four of a bank account, `**** **** 2533`; one too short to be an account is covered. */
export function maskBankAccount(account: string): string {
  const digits = account.normalize('NFKC').replace(/[\s-]/g, '');
  if (/^\d{8,30}$/.test(digits)) return `**** **** ${digits.slice(-4)}`;
  return digits === '' ? '' : COVERED;
}

/** The first character and the host, `a***@x.cn`. */
export function maskEmail(email: string): string {
  const text = email.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  if (at > 1) return `${[...text][0]}${COVERED}${text.slice(at)}`;
  if (at === 1) return `${COVERED}${text.slice(at)}`;
  return text === '' ? '' : COVERED;
}

/** To the level of the community: `襄城县城关街道文昌社区***`; else to the street, else to the county; else covered. */
export function maskAddress(address: string): string {
  const text = address.normalize('NFC').trim();
  if (text === '') return '';
  for (const level of [/社区|居委会|村委会|村/, /街道|镇|乡/, /县|区|旗/, /市|州|盟/]) {
    const found = level.exec(text);
    if (found && found.index > 0) return text.slice(0, found.index + found[0].length) + COVERED;
  }
  return COVERED;
}
