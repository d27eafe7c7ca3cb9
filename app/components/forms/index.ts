/** Forms drawn from their fields. */
export type { FormError, Wrong } from './field-words.ts';
export { hintOf, idOf, labelOf, wrongsOf } from './field-words.ts';
export * from './form.tsx';
export * from './form-fields.tsx';
export * from './raw.ts';
export * from './read-values.tsx';
