import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownCookie } from '#app/http/cookies.server.ts';
import { safeRedirect } from '#app/http/safe-redirect.server.ts';

describe('[ASVS 3.7.2] a redirect', () => {
  it.each(['/', '/desk', '/applications?q=%E9%9D%92&stage=a', '/calls/1/apply#top', '/a/%E7%AB%A0'])(
    'goes to our own %s',
    (to) => {
      expect(safeRedirect(to, '/desk')).toBe(to);
    },
  );

  it.each([
    '//e',
    '///e',
    '/\\e',
    '\\\\e',
    '/\te',
    '/\t/e',
    '/\n/e',
    'https:e',
    'https://e',
    'javascript:alert(1)',
    'data:text/html,x',
    '/%2f%2fe',
    '%2f%2fe',
    '/%2fe',
    '/%09/e',
    '/%5ce',
    '/..//e',
    '/a/..//e',
    '/.//e',
    'user@host',
    '/%',
    '/%0d%0aSet-Cookie:x',
    ' /desk',
    'desk',
    '',
    null,
    undefined,
  ])('does not go to %j', (to) => {
    expect(safeRedirect(to, '/fallback')).toBe('/fallback');
  });

  it('stays on our host, whatever it is asked', () => {
    const sign = fc.constantFrom(
      '/',
      '\\',
      '.',
      '\t',
      '%2f',
      '%5c',
      '%09',
      ':',
      '@',
      'e',
      'https',
      '?',
      '#',
      ' ',
    );
    const to = fc
      .array(fc.oneof(sign, fc.string({ maxLength: 2 })), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(to, (text) => {
        const target = safeRedirect(`/${text}`, '/fallback');
        expect(new URL(target, 'http://own.test/page').host).toBe('own.test');
        expect(target).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a cookie', () => {
  it('[ASVS 3.3.1] [ASVS 3.3.2] [ASVS 3.3.3] is bound to the host where the site is https', () => {
    const cookie = ownCookie('session', true);
    expect(cookie.set('abc', 60)).toBe(
      '__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60',
    );
    expect(ownCookie('session', false).set('abc')).toBe('session=abc; Path=/; HttpOnly; SameSite=Lax');
    expect(cookie.clear()).toContain('Max-Age=0');
  });

  it('is read among others, and only in the way it was written', () => {
    const cookie = ownCookie('session', false);
    expect(cookie.read('a=1; session=abc.D-_; b=2')).toBe('abc.D-_');
    expect(cookie.read('xsession=abc')).toBeUndefined();
    expect(cookie.read('session=a; session=b')).toBeUndefined();
    expect(cookie.read('session="a"')).toBeUndefined();
    expect(cookie.read('session=')).toBeUndefined();
    expect(cookie.read(`session=${'a'.repeat(8_000)}`)).toBeUndefined();
    expect(cookie.read(null)).toBeUndefined();
    expect(ownCookie('session', true).read('session=abc')).toBeUndefined();
  });

  it('cannot be made to break the header', () => {
    expect(() => ownCookie('session', true).set('a\r\nb')).toThrow(RangeError);
    expect(() => ownCookie('session', true).set('a;b')).toThrow(RangeError);
  });

  it('never makes reading fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => void ownCookie('s', false).read(header)),
    );
  });
});
