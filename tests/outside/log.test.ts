import { describe, expect, it } from 'vitest';
import { movableClock } from '#app/outside/clock.server.ts';
import { createLog, errorFields, type LogLevel } from '#app/outside/log.server.ts';

function logged(level: LogLevel) {
  const lines: string[] = [];
  const log = createLog(level, movableClock('2026-11-24T01:00:00.000Z'), (line) => void lines.push(line));
  return { log, lines };
}

describe('the log', () => {
  it('[ASVS 16.2.4] writes one line of JSON for each event', () => {
    const { log, lines } = logged('info');
    log.info('front.listening', { port: 3000 });
    expect(lines).toEqual([
      '{"at":"2026-11-24T01:00:00.000Z","level":"info","event":"front.listening","port":3000}\n',
    ]);
  });

  it('keeps to its level', () => {
    const { log, lines } = logged('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines).toHaveLength(2);
    const silent = logged('silent');
    silent.log.error('e');
    expect(silent.lines).toEqual([]);
  });

  it('[ASVS 16.4.1] stays on one line and short, whatever it is given', () => {
    const { log, lines } = logged('info');
    log.info('x', { route: `a\nb${'c'.repeat(10_000)}` });
    expect(lines[0]?.match(/\n/g)).toHaveLength(1);
    expect(lines[0]!.length).toBeLessThan(2_200);
  });

  it('tells where an error came from and not what it quotes', () => {
    const fields = errorFields(new Error('UNIQUE failed for 张三 13800000000'));
    expect(fields.error).toBe('Error');
    expect(fields.stack).toContain('log.test.ts');
    expect(JSON.stringify(fields)).not.toContain('张三');
  });
});
