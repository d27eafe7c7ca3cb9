/** One start tag of a page: its name and its attributes. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every start tag of markup that React wrote, in order. React quotes all attributes, so this reads them all. */
export function tagsOf(markup: string): readonly Tag[] {
  return [...markup.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].map((match) => ({
    name: match[1] ?? '',
    attributes: Object.fromEntries(
      [...(match[2] ?? '').matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
        name,
        value ?? '',
      ]),
    ),
  }));
}

/** The first tag that carries an id. */
export const byId = (markup: string, id: string): Tag | undefined =>
  tagsOf(markup).find((tag) => tag.attributes.id === id);

/** The tags of inputs with a name. */
export const byName = (markup: string, name: string): readonly Tag[] =>
  tagsOf(markup).filter((tag) => tag.attributes.name === name);
