import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeRefusals, parseConfiguration } from '#app/outside/configuration.server.ts';
import { keptSecret } from '#app/outside/kept-secret.server.ts';

const parsed = (env: Record<string, string>) => {
  const result = parseConfiguration(env);
  if (!result.ok) throw new Error(describeRefusals(result.refusals));
  return result.value;
};

const badNames = (env: Record<string, string>) => {
  const result = parseConfiguration(env);
  return result.ok ? [] : result.refusals.map((refusal) => refusal.field);
};

describe('the configuration', () => {
  it('has a default for everything', () => {
    const configuration = parsed({});
    expect(configuration).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      publicUrl: null,
      smtpUrl: null,
      workers: 1,
      trustProxy: 0,
      adminNetworks: null,
      logLevel: 'info',
      now: null,
    });
    expect(isAbsolute(configuration.dataDir)).toBe(true);
  });

  it('takes an empty variable for an absent one', () => {
    expect(parsed({ PORT: '', SMTP_URL: ' ', NOW: '' })).toEqual(parsed({}));
  });

  it('reads good values into their true kind', () => {
    const configuration = parsed({
      PORT: '8080',
      PUBLIC_URL: 'https://Hatchery.Example.cn/',
      DATABASE_URL: 'postgres://u:p@localhost/hatchery',
      WORKERS: '4',
      TRUST_PROXY: 'true',
      NOW: '2026-11-24T09:00:00+08:00',
      LOG_LEVEL: 'warn',
    });
    expect(configuration).toMatchObject({
      port: 8080,
      publicUrl: 'https://hatchery.example.cn',
      workers: 4,
      trustProxy: 1,
      now: '2026-11-24T01:00:00.000Z',
      logLevel: 'warn',
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'hatchery.example.cn'],
    ['PUBLIC_URL', 'ftp://hatchery.example.cn'],
    ['PUBLIC_URL', 'https://user:pass@hatchery.example.cn'],
    ['PUBLIC_URL', 'https://hatchery.example.cn/app'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SMTP_URL', 'smtp.example.cn'],
    ['SESSION_SECRET', 'short'],
    ['BACKUP_KEY', 'short'],
    ['METRICS_TOKEN', 'short'],
    ['WORKERS', '0'],
    ['WORKERS', '2'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', 'yes'],
    ['ADMIN_NETWORKS', '192.168.1.0/33'],
    ['ADMIN_NETWORKS', '192.168.1.0/24,,10.0.0.1'],
    ['ADMIN_NETWORKS', 'office.example.cn'],
    ['ADMIN_NETWORKS', '2001:db8::/129'],
    ['ADMIN_NETWORKS', '10.0.0.0/8/8'],
    ['NOW', 'tomorrow'],
    ['NOW', '2026-13-45'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(badNames({ [name]: value })).toEqual([name]);
  });

  it('names all that is bad at once', () => {
    expect(badNames({ PORT: 'x', NOW: 'y' })).toEqual(['PORT', 'NOW']);
  });

  it('[ASVS 13.2.3] says what is wrong without repeating a secret', () => {
    const result = parseConfiguration({ SESSION_SECRET: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@h/x' });
    const words = result.ok ? '' : describeRefusals(result.refusals);
    expect(words).toContain('SESSION_SECRET');
    expect(words).not.toContain('hunter2');
  });
});

describe('the kept secret', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'hatchery-secret-'));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    return made;
  };

  it('is made once and stays', () => {
    const dataDir = folder();
    const secret = keptSecret(dataDir);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(keptSecret(dataDir)).toBe(secret);
    expect(readFileSync(join(dataDir, 'session-secret'), 'utf8').trim()).toBe(secret);
  });

  it('is readable by its owner alone', () => {
    const dataDir = folder();
    keptSecret(dataDir);
    expect(statSync(join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
  });

  it('is never replaced when it is damaged', () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'session-secret'), 'half a sec');
    expect(() => keptSecret(dataDir)).toThrow(/does not hold a secret/);
  });
});
