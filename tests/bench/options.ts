import type { Effort } from './measure.ts';

export interface Options {
  readonly sizes: readonly number[];
  readonly connections: readonly number[];
  readonly effort: Effort;
  /** Only what has this in its name; null: everything. */
  readonly only: string | null;
}

const whole: Options = {
  sizes: [1_000, 100_000, 1_000_000],
  connections: [1, 8],
  effort: { rounds: 5, milliseconds: 1_000 },
  only: null,
};

/** `--quick`: two sizes, short rounds. `--sizes=1000,100000` and `--only=desk` choose. An unknown option ends the run. */
export function optionsIn(args: readonly string[]): Options {
  let options = whole;
  for (const arg of args) {
    const [name, value = ''] = arg.split('=');
    if (arg === '--quick')
      options = { ...options, sizes: [1_000, 100_000], effort: { rounds: 3, milliseconds: 700 } };
    else if (name === '--sizes') options = { ...options, sizes: value.split(',').map(sizeOf) };
    else if (name === '--only') options = { ...options, only: value };
    else throw new Error(`Unknown option ${arg}; there are --quick, --sizes=…, --only=…`);
  }
  return options;
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 500 || size > 2_000_000)
    throw new Error(`A size is a whole number from 500 to 2000000, not ${text}`);
  return size;
}
