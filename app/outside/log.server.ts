/** How much is written: each level holds the ones before it. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/**
 * What a line may carry: codes, ids, counts and durations. Never names, addresses of people, the text of forms,
 * tokens or cookies: logs are kept for half a year and read by people who may not see the records.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes events as one line of JSON each. */
export interface Log {
  error(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  debug(event: string, fields?: LogFields): void;
}

/** A line longer than this is cut: a log never grows by what somebody sent. */
const LONGEST_TEXT = 2_000;

/**
 * A log that writes lines up to `level`.
 * `event` is a code such as `front.listening`; `clock` stamps the lines, `write` takes them (standard error unless given).
 */
export function createLog(
  level: LogLevel,
  clock: { readonly now: () => string },
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  const at = (name: Exclude<LogLevel, 'silent'>) => {
    const isWritten = logLevels.indexOf(name) <= logLevels.indexOf(level);
    return (event: string, fields: LogFields = {}): void => {
      if (isWritten) write(`${JSON.stringify({ at: clock.now(), level: name, event, ...cut(fields) })}\n`);
    };
  };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** A log that says nothing. */
export const silentLog: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };

function nothing(): void {}

/** What is told of an error: its kind and where it came from, not its message, which may quote a record. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { error: error.name, code, stack: placesOf(error) };
}

function placesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return lines
    .slice(0, 6)
    .map((line) => line.trim().replace(/^at /, ''))
    .join(' < ');
}

function cut(fields: LogFields): LogFields {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value,
  ]);
  return Object.fromEntries(entries);
}
