import { createElement, type ElementType, Fragment } from 'react';

type Props = Readonly<Record<string, unknown>>;
type Made = ReturnType<typeof createElement>;

const KIND = Symbol.for('react.element');

/**
 * An element of React as its compiler's calls ask for it. The build puts this in the place of `react/jsx-runtime`, which
 * copies the properties of each element, one by one, to take `key` and `ref` out: they are not there, and what the
 * compiler hands over is nobody else's. A page of 900 elements took a twentieth longer. What is the least unusual goes to
 * React itself; a test holds both to the same elements.
 */
export function jsx(type: ElementType, props: Props, key?: string): Made {
  const isPlain =
    props.key === undefined &&
    props.ref === undefined &&
    (type as { readonly defaultProps?: Props }).defaultProps === undefined;
  if (!isPlain) return createElement(type, key === undefined ? props : { key, ...props });
  return {
    $$typeof: KIND,
    type,
    key: key === undefined ? null : `${key}`,
    ref: null,
    props,
    _owner: null,
  } as unknown as Made;
}

/** The compiler's name for an element with several children: they stand in an array already. */
export const jsxs = jsx;
export { Fragment };
