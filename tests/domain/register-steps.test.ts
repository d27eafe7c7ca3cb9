import { expect, test } from 'vitest';
import { readRegister, readRegisterInSteps } from '#app/domain/register/index.ts';
import { gridOf, nothing, today } from './register-lines.ts';

const lines = (count: number) =>
  gridOf('组织名称|登记类型', ...Array.from({ length: count }, (_, i) => `青禾${i}队|备案`));

function inSteps(count: number) {
  const reading = readRegisterInSteps(lines(count), { today, known: nothing });
  for (let steps = 0; ; steps += 1) {
    const step = reading.next();
    if (step.done) return { steps, result: step.value };
  }
}

for (const count of [0, 1, 99, 100, 1_000])
  test(`a register of ${count} rows says the same read in steps as read at once`, () => {
    expect(inSteps(count).result).toEqual(readRegister(lines(count), { today, known: nothing }));
  });

test('no step holds more than a hundred rows', () => {
  expect(inSteps(50).steps).toBe(0);
  expect(inSteps(1_000).steps).toBeGreaterThanOrEqual(10);
});

test('a register without names is refused in the first step', () => {
  const reading = readRegisterInSteps(gridOf('电话|地址', '1|2'), { today, known: nothing });
  const { done, value } = reading.next();
  expect(done).toBe(true);
  expect(value).toMatchObject({ ok: false });
});
