import { Component, createElement, type ElementType, Fragment, memo } from 'react';
import * as react from 'react/jsx-runtime';
import { describe, expect, test } from 'vitest';
import * as lean from '#app/components/lean-elements.ts';

const Plain = () => null;
class WithDefaults extends Component<{ readonly size?: number }> {
  static defaultProps = { size: 3 };
}
const Remembered = memo(Plain);

type Asked = readonly [
  what: string,
  type: ElementType,
  props: Readonly<Record<string, unknown>>,
  key?: string,
];

const asked: readonly Asked[] = [
  ['a tag', 'p', { className: 'soft', children: 'words' }],
  ['a tag with several children', 'p', { children: ['a', createElement('b', { key: 1 })] }],
  ['nothing in it', 'br', {}],
  ['a key', 'li', { children: 'one' }, 'one'],
  ['an empty key', 'li', {}, ''],
  ['a key among what was spread', 'li', { key: 'inner', title: 't' }],
  ['both', 'li', { key: 'inner' }, 'outer'],
  ['a ref', 'input', { ref: { current: null }, name: 'n' }],
  ['a ref and a key', 'input', { ref: { current: null }, name: 'n' }, 'k'],
  ['a component', Plain, { children: undefined }],
  ['a component with defaults', WithDefaults, {}],
  ['defaults that were overruled', WithDefaults, { size: 5 }, 'k'],
  ['a component that is remembered', Remembered, {}],
  ['a fragment', Fragment, { children: 'words' }],
  ['a fragment with a key', Fragment, { children: 'words' }, 'k'],
];

describe('elements made without copying', () => {
  test.each(asked.map((one) => [one[0], one] as const))(
    '%s: the same that React makes',
    (_what, [, type, props, key]) => {
      // React takes what stands in its hands for its own and freezes it while developing
      const theirs = react.jsx(type, { ...props }, key);
      const ours = lean.jsx(type, { ...props }, key);
      for (const part of ['$$typeof', 'type', 'key', 'ref', 'props'] as const)
        expect((ours as never)[part], part).toEqual((theirs as never)[part]);
      expect(lean.Fragment).toBe(react.Fragment);
      expect(lean.jsxs('p', { ...props })).toEqual(lean.jsx('p', { ...props }));
    },
  );
});
