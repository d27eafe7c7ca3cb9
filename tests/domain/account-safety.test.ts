import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShut } from '#app/domain/people/account-state.ts';
import { type AttemptKind, attemptRules, pauseUntil, type Tried } from '#app/domain/people/attempts.ts';
import { deviceOf } from '#app/domain/people/devices.ts';
import {
  needsSecondFactor,
  nextStep,
  plainOneTimeCode,
  plainRecoveryCode,
  RECOVERY_SIGNS,
  recoveryAlphabet,
  shownRecoveryCode,
} from '#app/domain/people/second-factor.ts';
import {
  readSecuritySettings,
  securityRefusals,
  usualSecurity,
} from '#app/domain/people/security-settings.ts';
import { endOf, expiryOf, isOfficial, isTouchDue, limitsFor } from '#app/domain/people/sessions.ts';
import { roles } from '#app/domain/policy/actor.ts';

const now = '2026-11-24T01:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('the ends of a session', () => {
  const official = limitsFor(usualSecurity, ['manager']);
  const member = limitsFor(usualSecurity, ['lead']);

  it('[ASVS 7.3.1] come after an hour without use for officials, later for organizations', () => {
    const times = { beganAt: now, seenAt: now };
    expect(endOf(times, official, later(hour - 1))).toBeNull();
    expect(endOf(times, official, later(hour))).toBe('idle');
    expect(endOf(times, member, later(12 * hour - 1))).toBeNull();
    expect(endOf(times, member, later(12 * hour))).toBe('idle');
  });

  it('[ASVS 7.3.2] come after twelve hours for officials however much it is used, after seven days for organizations', () => {
    const used = (at: string) => ({ beganAt: now, seenAt: at });
    expect(endOf(used(later(12 * hour - 1000)), official, later(12 * hour - 1))).toBeNull();
    expect(endOf(used(later(12 * hour - 1000)), official, later(12 * hour))).toBe('age');
    expect(endOf(used(later(7 * day - 1000)), member, later(7 * day))).toBe('age');
    expect(expiryOf(now, official)).toBe(later(12 * hour));
  });

  it('are those of an official for everybody who sees what is not their own', () => {
    expect(roles.filter((role) => !isOfficial([role]))).toEqual(['lead', 'staff', 'finance']);
    expect(isOfficial(['lead', 'reviewer'])).toBe(true);
    expect(isOfficial([])).toBe(false);
  });

  it('are never later than both limits, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.nat(2e9),
        (idleMs, ageMs, ms) => {
          const end = endOf({ beganAt: now, seenAt: now }, { idleMs, ageMs }, later(ms));
          expect(end === null).toBe(ms < Math.min(idleMs, ageMs));
        },
      ),
    );
  });

  it('its use is written down once a minute', () => {
    expect(isTouchDue({ seenAt: now }, later(59_999))).toBe(false);
    expect(isTouchDue({ seenAt: now }, later(60_000))).toBe(true);
  });
});

describe('the pause after failures', () => {
  const seconds = (tried: Tried, kind: AttemptKind, count: number) => {
    const until = pauseUntil(tried, kind, { count, lastAt: now }, now);
    return until === null ? 0 : (Date.parse(until) - Date.parse(now)) / 1000;
  };

  it('[ASVS 6.3.1] is none for the free ones, then doubles up to a quarter of an hour', () => {
    const free = attemptRules.asvs.free.accountAndAddress;
    expect(free).toBe(5);
    const pauses = [4, 5, 6, 7, 25].map((count) => seconds('asvs', 'accountAndAddress', count));
    expect(pauses).toEqual([0, 30, 60, 120, 900]);
  });

  it('by MLPS is half an hour from the fifth', () => {
    expect(seconds('mlps', 'accountAndAddress', 4)).toBe(0);
    for (const kind of ['accountAndAddress', 'account'] as const) expect(seconds('mlps', kind, 5)).toBe(1800);
  });

  it('is over when it is over, and never longer than what is remembered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Tried>('asvs', 'mlps', 'code'),
        fc.constantFrom<AttemptKind>('accountAndAddress', 'address', 'account'),
        fc.nat(10_000),
        (tried, kind, count) => {
          const { windowMs } = attemptRules[tried];
          expect(seconds(tried, kind, count) * 1000).toBeLessThanOrEqual(windowMs);
          expect(pauseUntil(tried, kind, { count, lastAt: now }, later(windowMs))).toBeNull();
        },
      ),
    );
    expect(pauseUntil('asvs', 'account', { count: 0, lastAt: null }, now)).toBeNull();
  });
});

describe('the second factor', () => {
  it('is needed by those who decide and those who keep the system, unless the setting is off', () => {
    expect(roles.filter((role) => needsSecondFactor(usualSecurity, [role]))).toEqual([
      'manager',
      'director',
      'supervisor',
      'admin',
      'auditor',
    ]);
    expect(needsSecondFactor({ ...usualSecurity, secondFactor: false }, [...roles])).toBe(false);
  });

  it('[ASVS 6.3.4] comes before everything else, and no session comes before it', () => {
    const yes = fc.boolean();
    fc.assert(
      fc.property(yes, yes, yes, yes, (hasSecondFactor, needed, gaveSecondFactor, passwordIsOldNow) => {
        const step = nextStep({
          hasSecondFactor,
          needsSecondFactor: needed,
          gaveSecondFactor,
          passwordIsOld: passwordIsOldNow,
        });
        if (hasSecondFactor && !gaveSecondFactor) expect(step).toBe('code');
        else if (needed && !hasSecondFactor) expect(step).toBe('setUp');
        else expect(step).toBe(passwordIsOldNow ? 'password' : null);
      }),
    );
  });

  it('recovery codes are read however they are typed, and nothing else is', () => {
    const plain = fc
      .array(fc.constantFrom(...recoveryAlphabet), { minLength: RECOVERY_SIGNS, maxLength: RECOVERY_SIGNS })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(plain, (code) => {
        expect(plainRecoveryCode(shownRecoveryCode(code))).toBe(code);
        expect(plainRecoveryCode(` ${shownRecoveryCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(
          code,
        );
        expect(plainRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(code);
        expect(plainRecoveryCode(code.slice(1))).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void plainRecoveryCode(text)));
    expect(plainRecoveryCode('U'.repeat(RECOVERY_SIGNS))).toBeNull();
  });

  it('a code of the telephone is six figures', () => {
    expect(['123 456', '123456', '12345', '1234567', '１２３４５６', ''].map(plainOneTimeCode)).toEqual([
      '123456',
      '123456',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the settings', () => {
  it('are as usual where nothing is stored', () => {
    expect(readSecuritySettings(null)).toEqual(usualSecurity);
    expect(readSecuritySettings('{"secondFactor":false}')).toEqual({ ...usualSecurity, secondFactor: false });
  });

  it('by MLPS end an unused session after half an hour at most', () => {
    const mlps = { ...usualSecurity, policy: 'mlps' as const };
    expect(securityRefusals(mlps).map((each) => each.field)).toEqual([
      'officialIdleMinutes',
      'memberIdleMinutes',
    ]);
    expect(securityRefusals({ ...mlps, officialIdleMinutes: 30, memberIdleMinutes: 30 })).toEqual([]);
    expect(securityRefusals(usualSecurity)).toEqual([]);
  });
});

describe('an account', () => {
  it('is good to the end of its last day in the centers’ time zone', () => {
    const until = { disabled_at: null, expires_on: '2026-11-24' };
    expect(isShut(until, '2026-11-24T15:59:59.000Z')).toBe(false);
    expect(isShut(until, '2026-11-24T16:00:00.000Z')).toBe(true);
    expect(isShut({ disabled_at: null, expires_on: null }, now)).toBe(false);
    expect(isShut({ disabled_at: now, expires_on: null }, now)).toBe(true);
  });
});

describe('the name of a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0',
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      'chrome',
      'windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0',
      'wechat',
      'iphone',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
      'safari',
      'mac',
    ],
    [
      'Mozilla/5.0 (Linux; Android 12; HarmonyOS) AppleWebKit/537.36 Chrome/114 HuaweiBrowser/15 Mobile Safari/537.36',
      'huawei',
      'harmony',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
    ['', 'other', 'other'],
  ])('%s', (agent, browser, system) => {
    expect(deviceOf(agent)).toEqual({ browser, system });
  });
});
