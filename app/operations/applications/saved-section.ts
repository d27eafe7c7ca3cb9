import type { Values } from '#app/domain/forms/field.ts';

/** What stands in the inputs, as typed. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** The name under which what was typed is kept beside the values; no field is called so. */
const TYPED = '$typed';

/** A section as it is stored: the values that are right, and as long as something is wrong, all that was typed. */
export const storedSection = (values: Values, typed: Typed | null): string =>
  JSON.stringify(typed === null ? values : { ...values, [TYPED]: typed });

/** The values of a stored section, and what was typed where something is wrong. */
export function readSection(stored: string): { readonly values: Values; readonly typed: Typed | null } {
  const { [TYPED]: typed, ...values } = JSON.parse(stored) as Values & { [TYPED]?: Typed };
  return { values: values as Values, typed: typed ?? null };
}
