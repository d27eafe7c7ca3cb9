import { describe, expect, it } from 'vitest';
import { movableClock, startingAt, systemClock } from '#app/outside/clock.server.ts';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

describe('clocks', () => {
  it('tell instants as ISO texts with milliseconds', () => {
    expect(systemClock.now()).toMatch(ISO);
    expect(startingAt('2026-11-24').now()).toMatch(ISO);
  });

  it('begin where they are told and never run backwards', () => {
    const clock = startingAt('2026-11-24T09:00:00+08:00');
    const first = clock.now();
    expect(first.startsWith('2026-11-24T01:00:0')).toBe(true);
    expect(clock.now() >= first).toBe(true);
  });

  it('stand still until they are moved', () => {
    const clock = movableClock('2026-11-24T01:00:00.000Z');
    expect(clock.now()).toBe('2026-11-24T01:00:00.000Z');
    clock.advance(90_000);
    expect(clock.now()).toBe('2026-11-24T01:01:30.000Z');
    clock.set('2025-01-01T00:00:00.000Z');
    expect(clock.now()).toBe('2025-01-01T00:00:00.000Z');
  });

  it('refuse what is not an instant', () => {
    expect(() => startingAt('soon')).toThrow(RangeError);
    expect(() => movableClock('')).toThrow(RangeError);
  });
});
