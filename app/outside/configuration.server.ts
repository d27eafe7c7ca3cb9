import { join, resolve } from 'node:path';
import { done, type FieldRefusal, type Result } from '#app/domain/refusal.ts';
import { translators } from '#app/i18n/translate.ts';
import { type LogLevel, logLevels } from './log.server.ts';
import { type Networks, readNetworks } from './networks.server.ts';

/** How this installation is set up. Read once at start, from the environment and nothing else. */
export interface Configuration {
  /** 0 takes any free port: for tests. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds database, files and secrets. */
  readonly dataDir: string;
  /** A PostgreSQL address; null is SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Scheme and host that people open, such as `https://hatchery.example.cn`; null is `http://localhost:port`. */
  readonly publicUrl: string | null;
  /** Null: one is made and kept in `dataDir`, see `keptSecret`. */
  readonly sessionSecret: string | null;
  /** Null: mail is kept in the outbox and shown to administrators. */
  readonly smtpUrl: string | null;
  readonly workers: number;
  readonly backupKey: string | null;
  /** Absolute path of the folder of the hourly backups; null: none are made (`none`). */
  readonly backupDir: string | null;
  /** Null: `/metrics` does not exist. */
  readonly metricsToken: string | null;
  readonly logLevel: LogLevel;
  /** How many proxies stand in front and may be believed about who asks; 0 believes nobody. */
  readonly trustProxy: number;
  /** From where the pages of the administration open; null: from anywhere. */
  readonly adminNetworks: Networks | null;
  /** Whether who comes too often has to wait; off only where load is measured. */
  readonly rateLimits: boolean;
  /** The instant that the clock starts from, ISO; only for demo and test databases. Null: the true time. */
  readonly now: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

type Reading<T> = { readonly value: T } | { readonly bad: string; readonly params?: FieldRefusal['params'] };

/**
 * Reads the configuration out of an environment. An empty variable counts as absent. What is bad is refused by
 * the variable's name, all of it at once; a value is quoted in the refusal only where it is no secret.
 */
export function parseConfiguration(env: Environment): Result<Configuration, FieldRefusal> {
  const refusals: FieldRefusal[] = [];
  const take = <T>(name: string, absent: T, read: (text: string) => Reading<T>): T => {
    const text = env[name]?.trim() ?? '';
    if (text === '') return absent;
    const reading = read(text);
    if ('value' in reading) return reading.value;
    const code = `configuration.${reading.bad}`;
    refusals.push({ field: name, code, params: { name, ...reading.params } });
    return absent;
  };

  const dataDir = resolve(take('DATA_DIR', './data', (text) => ({ value: text })));
  const configuration: Configuration = {
    port: take('PORT', 3000, wholeNumber(0, 65_535)),
    host: take('HOST', '127.0.0.1', hostName),
    dataDir,
    databaseUrl: take<string | null>('DATABASE_URL', null, address(['postgres:', 'postgresql:'])),
    publicUrl: take<string | null>('PUBLIC_URL', null, publicOrigin),
    sessionSecret: take<string | null>('SESSION_SECRET', null, secret(32)),
    smtpUrl: take<string | null>('SMTP_URL', null, address(['smtp:', 'smtps:'])),
    workers: take('WORKERS', 1, wholeNumber(1, 64)),
    backupKey: take<string | null>('BACKUP_KEY', null, secret(16)),
    backupDir: take<string | null>('BACKUP_DIR', join(dataDir, 'backups'), folderOrNone),
    metricsToken: take<string | null>('METRICS_TOKEN', null, secret(16)),
    logLevel: take<LogLevel>('LOG_LEVEL', 'info', logLevel),
    trustProxy: take('TRUST_PROXY', 0, proxies),
    adminNetworks: take<Networks | null>('ADMIN_NETWORKS', null, networks),
    rateLimits: take('RATE_LIMITS', true, onOrOff),
    now: take<string | null>('NOW', null, instant),
  };
  if (configuration.workers > 1 && configuration.databaseUrl === null) {
    refusals.push({ field: 'WORKERS', code: 'configuration.workers', params: { name: 'WORKERS' } });
  }
  return refusals.length === 0 ? done(configuration) : { ok: false, refusals };
}

/** One line for each bad variable, in every language, for the terminal of whoever starts the program. */
export const describeRefusals = (refusals: readonly FieldRefusal[]): string =>
  refusals
    .map(
      (refusal) =>
        `${refusal.field}: ${translators()
          .map((t) => t.refusal(refusal))
          .join(' / ')}`,
    )
    .join('\n');

const wholeNumber =
  (min: number, max: number) =>
  (text: string): Reading<number> => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? { value } : { bad: 'number', params: { value: text, min, max } };
  };

const hostName = (text: string): Reading<string> =>
  /^[a-z0-9._:-]{1,253}$/i.test(text) ? { value: text } : { bad: 'host', params: { value: text } };

/** An address with a password in it, perhaps: never quoted. */
const address =
  (schemes: readonly string[]) =>
  (text: string): Reading<string> => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url && schemes.includes(url.protocol) && url.hostname !== ''
      ? { value: text }
      : { bad: 'address', params: { schemes: schemes.map((scheme) => `${scheme}//`).join(', ') } };
  };

function publicOrigin(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  return isOrigin ? { value: url.origin } : { bad: 'publicUrl' };
}

const secret =
  (min: number) =>
  (text: string): Reading<string> =>
    text.length >= min ? { value: text } : { bad: 'secret', params: { min } };

const folderOrNone = (text: string): Reading<string | null> => ({
  value: text === 'none' ? null : resolve(text),
});

const logLevel = (text: string): Reading<LogLevel> => {
  const value = logLevels.find((level) => level === text);
  return value ? { value } : { bad: 'choice', params: { value: text, choices: logLevels.join(', ') } };
};

const onOrOff = (text: string): Reading<boolean> =>
  text === 'on' || text === 'off'
    ? { value: text === 'on' }
    : { bad: 'choice', params: { value: text, choices: 'on, off' } };

const proxies = (text: string): Reading<number> => {
  if (text === 'true') return { value: 1 };
  if (text === 'false') return { value: 0 };
  return wholeNumber(0, 9)(text);
};

const networks = (text: string): Reading<Networks> => {
  const value = readNetworks(text);
  return value === null ? { bad: 'networks', params: { value: text } } : { value };
};

const instant = (text: string): Reading<string> => {
  const time = /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? new Date(text) : undefined;
  return time && !Number.isNaN(time.getTime())
    ? { value: time.toISOString() }
    : { bad: 'instant', params: { value: text } };
};
