import { describe, expect, it } from 'vitest';
import { commonPasswords } from '#app/domain/people/common-passwords.ts';
import { passwordIsOld, passwordRefusal, shortestPassword } from '#app/domain/people/password-policy.ts';

const owner = {
  email: 'wangfang@example.cn',
  name: '王芳',
  words: ['城关街道社会组织孵化中心', 'Chengguan Center'],
};
const codeOf = (password: string, policy: 'asvs' | 'mlps' = 'asvs') =>
  passwordRefusal(password, owner, policy)?.code ?? 'good';
const now = '2026-11-24T01:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
const day = 24 * 3_600_000;

describe('a password by length', () => {
  it('[ASVS 6.2.1] has at least twelve characters; [ASVS 6.2.5] of any kind', () => {
    expect(codeOf('elevenchars')).toBe('people.password.tooShort');
    expect(codeOf('文昌社区的桂花今年开得早')).toBe('good');
    expect(codeOf('correct horse battery staple')).toBe('good');
  });

  it('[ASVS 6.2.9] may have 64 characters and 128, not more', () => {
    const words = 'osmanthus in the old yard, quinces by the well, '.repeat(3);
    expect([64, 128, 129].map((n) => codeOf(words.slice(0, n)))).toEqual([
      'good',
      'good',
      'people.password.tooLong',
    ]);
  });

  it.each([
    'password1234',
    'PassWord1234',
    'P@ssw0rd2026!!',
    'chocolate2024',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijklm',
    '987654321098',
    '123456789012',
    'qwertyqwertyqwerty',
  ])('that everyone would try (%s) is refused', (password) => {
    expect(codeOf(password)).toBe('people.password.common');
  });

  it('[ASVS 6.2.4] [ASVS 6.2.12] of the list of breached ones is refused, each that is long enough', () => {
    const long = [...commonPasswords].filter((word) => word.length >= shortestPassword.asvs);
    expect(long.length).toBeGreaterThan(300);
    expect(long.filter((word) => codeOf(word) === 'good')).toEqual([]);
    expect(commonPasswords.size).toBeGreaterThan(6_000);
  });

  it('is not the name of its owner with a little around it', () => {
    expect(codeOf('WangFang@example.cn')).toBe('people.password.isAccount');
    expect(codeOf('wangfang2026')).toBe('people.password.isAccount');
    expect(codeOf('wangfang likes osmanthus')).toBe('good');
  });

  it('[ASVS 6.2.11] is not made of words of the product, the field or the center', () => {
    for (const password of [
      'hatchery-2026',
      'incubation-admin',
      '城关街道社会组织孵化中心1',
      'fuhuatai-fuhuatai',
    ])
      expect(codeOf(password), password).toMatch(/context|common/);
    expect(codeOf('hatchery of quiet herons')).toBe('good');
  });

  it('[ASVS 6.2.10] never grows old', () => {
    expect(passwordIsOld('asvs', null, now)).toBe(false);
    expect(passwordIsOld('asvs', '1999-01-01T00:00:00.000Z', now)).toBe(false);
  });
});

describe('a password by MLPS level 2', () => {
  it('has eight characters of at least three kinds', () => {
    expect(codeOf('Aa3-xq7', 'mlps')).toBe('people.password.tooShort');
    expect(codeOf('gxqzwvbn', 'mlps')).toBe('people.password.kinds');
    expect(codeOf('gxqzwv37', 'mlps')).toBe('people.password.kinds');
    expect(codeOf('Gxqzwv37', 'mlps')).toBe('good');
    expect(codeOf('gxqz-v37', 'mlps')).toBe('good');
    expect(codeOf('correct horse battery staple', 'mlps')).toBe('people.password.kinds');
  });

  it('is no common one with the usual ornaments', () => {
    for (const password of ['Passw0rd', 'P@ssw0rd', 'Password123!', 'Qwerty123456'])
      expect(codeOf(password, 'mlps'), password).toBe('people.password.common');
  });

  it('is old after ninety days', () => {
    expect(passwordIsOld('mlps', now, later(90 * day - 1))).toBe(false);
    expect(passwordIsOld('mlps', now, later(90 * day))).toBe(true);
    expect(passwordIsOld('mlps', null, now)).toBe(true);
  });
});
