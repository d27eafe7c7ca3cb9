/**
 * Something to be said to a person: a key of the message catalogues, or words that are data and so
 * already exist in both languages (a rubric's item) or in one (a person's name).
 */
export type Words =
  | { readonly key: string; readonly params?: Readonly<Record<string, string | number>> }
  | { readonly zh: string; readonly en: string }
  | { readonly text: string };
