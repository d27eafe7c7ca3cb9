import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file of a built command: beside the one that runs, else where `npm run build` puts it. */
export function commandFile(name: 'serve' | 'upkeep'): string {
  const beside = join(dirname(process.argv[1] ?? ''), `${name}.js`);
  return existsSync(beside) ? beside : join(process.cwd(), 'build', 'commands', `${name}.js`);
}
