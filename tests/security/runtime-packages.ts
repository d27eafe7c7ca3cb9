import { readFileSync } from 'node:fs';

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  /** Set on binaries for one kind of machine. */
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** One installed copy of a package, as the lock file has it. */
export interface Copy {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly isTool: boolean;
}

/** Every copy in the lock file; what is for other machines (optional binaries) too. */
export const copies: readonly Copy[] = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version, dev }]) => ({
    path,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    isTool: dev === true,
  }));

/** The copy that a package finds when it asks for a name: the nearest folder upwards. */
function found(from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[path]) return path;
    if (at === '') return undefined;
  }
}

/** Everything that is reached from the project's own dependencies, without passing through `without`. */
function reached(without: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (path: string) => {
    const entry = lock.packages[path];
    const wanted = { ...entry?.dependencies, ...entry?.optionalDependencies };
    for (const name of Object.keys(path === '' ? wanted : { ...wanted, ...entry?.peerDependencies })) {
      const next = without.includes(name) ? undefined : found(path, name);
      if (next === undefined || seen.has(next) || lock.packages[next]?.dev) continue;
      seen.add(next);
      visit(next);
    }
  };
  visit('');
  return seen;
}

const isTypesOnly = (path: string) => /\/(@types\/[^/]+|undici-types|typescript)$/.test(`/${path}`);

/** The packages that `npm ci --omit=dev` puts in place, told apart by what they are for. */
export function runtimePackages() {
  const all = reached([]);
  // better-sqlite3 fetches its binary with it when it is installed, and never again
  const withoutInstaller = reached(['prebuild-install']);
  const isBinary = (path: string) => lock.packages[path]?.os !== undefined;
  // of the password hashing's binaries for many machines, one is installed
  const others = Math.max(0, [...all].filter(isBinary).length - 1);
  const binary = [...withoutInstaller].filter(isBinary).slice(0, 1);
  const running = [...withoutInstaller]
    .filter((path) => !isTypesOnly(path) && !isBinary(path))
    .concat(binary);
  return {
    installed: all.size - others,
    installerOnly: all.size - withoutInstaller.size,
    typesOnly: [...withoutInstaller].filter(isTypesOnly).length,
    running,
  };
}
