import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../app/styles/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const theme = read('theme.css');
const [light = '', dark = ''] = theme.split('prefers-color-scheme: dark');

const tokensIn = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--color-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const meanings = ['waiting', 'good', 'attention', 'stopped'];

/** Text, what it stands on, and the least contrast: 7 for body text, 4.5 for the rest, 3 for edges and charts. */
const pairs: readonly (readonly [string, string, number])[] = [
  ['ink', 'paper', 7],
  ['ink', 'ground', 7],
  ['ink', 'tint', 7],
  ...meanings.map((name) => ['ink', `${name}-soft`, 7] as const),
  ['soft', 'paper', 4.5],
  ['soft', 'ground', 4.5],
  ['soft', 'tint', 4.5],
  ['leaf', 'paper', 4.5],
  ['leaf', 'ground', 4.5],
  ['leaf', 'leaf-soft', 4.5],
  ['on-leaf', 'leaf', 4.5],
  ['on-leaf', 'leaf-deep', 4.5],
  ...meanings.flatMap((name) => [[name, `${name}-soft`, 4.5] as const, [name, 'paper', 4.5] as const]),
  ['edge', 'paper', 3],
  ...['chart-1', 'chart-2', 'chart-4', 'chart-attention'].map((name) => [name, 'paper', 3] as const),
];

describe.each([
  ['light', tokensIn(light)],
  ['dark', { ...tokensIn(light), ...tokensIn(dark) }],
] as const)('colours when it is %s', (_, tokens) => {
  it.each(pairs)('%s on %s have a contrast of at least %s', (text, on, least) => {
    expect(contrast(tokens[text] ?? '', tokens[on] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

it('the styles need nothing newer than Chromium 109', () => {
  for (const name of readdirSync(folder)) {
    const css = read(name).replace(/\/\*[\s\S]*?\*\//g, '');
    expect(css, name).not.toMatch(/light-dark\(|oklch\(|oklab\(|color-mix\(|@scope|@starting-style/);
  }
});

it('the dark scheme says every colour again', () => {
  expect(Object.keys(tokensIn(dark)).sort()).toEqual(Object.keys(tokensIn(light)).sort());
});
