/** A file as it was sent: the name already reduced to a harmless base name, the content not yet judged. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** In bytes. */
  readonly size: number;
}

/**
 * What was sent with a form, before anybody judged it: texts and files by the name of their input.
 * Names are looked up in a map, so `__proto__` and its like are names among others and mean nothing.
 */
export interface FormInput {
  /** The first text under a name; `undefined` where nothing was sent. */
  get(name: string): string | undefined;
  /** Every text under a name, in the order of the form. */
  all(name: string): readonly string[];
  /** The files under a name; inputs that were left empty do not count. */
  files(name: string): readonly UploadedFile[];
  /** The names of all that was sent, texts and files. */
  names(): readonly string[];
}

/** Gathers texts and files into a form input; also how tests and jobs make one by hand. */
export function formInputOf(
  texts: Iterable<readonly [name: string, text: string]>,
  files: Iterable<readonly [name: string, file: UploadedFile]> = [],
): FormInput {
  const textsByName = gather(texts);
  const filesByName = gather(files);
  const names = [...new Set([...textsByName.keys(), ...filesByName.keys()])];
  return {
    get: (name) => textsByName.get(name)?.[0],
    all: (name) => textsByName.get(name) ?? [],
    files: (name) => filesByName.get(name) ?? [],
    names: () => names,
  };
}

function gather<T>(entries: Iterable<readonly [string, T]>): Map<string, T[]> {
  const byName = new Map<string, T[]>();
  for (const [name, value] of entries) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [value]);
    else known.push(value);
  }
  return byName;
}
