/**
 * Why something was not done, as a value: a code, and the figures that its sentence needs.
 * The sentence itself lives in `app/i18n` under `refusal.<code>`, in each language.
 */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A refusal that belongs to one field of a form, by the field's name. */
export interface FieldRefusal extends Refusal {
  readonly field: string;
}

/** What an operation answers: the value, or why there is none. Expected failures are values, never exceptions. */
export type Result<T, R = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly R[] };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refused = <R extends Refusal>(
  ...refusals: R[]
): { readonly ok: false; readonly refusals: R[] } => ({
  ok: false,
  refusals,
});

export const refusal = (code: string, params?: Refusal['params']): Refusal =>
  params ? { code, params } : { code };
