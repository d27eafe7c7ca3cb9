import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { LocaleContext, useTranslate } from './locale.tsx';

/** All pieces together are no longer than this, in signs. */
const LONGEST = 4_000_000;

const drawn = new Map<string, string>();
let length = 0;

export interface DrawnOnceProps {
  readonly as: 'div';
  /** All that the drawing depends on beside the language. */
  readonly by: string;
  /** Draws the piece. It may ask for the language and not for the time: that is another at the next reader. */
  readonly children: () => ReactNode;
}

/**
 * A piece of a page that is the same for many readers, drawn by React for the first of them and kept: whoever comes later
 * gets the same signs. The only place that hands React ready-made HTML, and it is React's own.
 */
export function DrawnOnce({ as: Tag, by, children }: DrawnOnceProps) {
  const translate = useTranslate();
  const name = `${translate.locale} ${by}`;
  let html = drawn.get(name);
  if (html === undefined) {
    html = renderToStaticMarkup(
      <LocaleContext.Provider value={{ translate, now: '' }}>{children()}</LocaleContext.Provider>,
    );
    keep(name, html);
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React two lines above
  return <Tag dangerouslySetInnerHTML={{ __html: html }} />;
}

function keep(name: string, html: string): void {
  for (const [oldest, text] of drawn) {
    if (length + html.length <= LONGEST) break;
    drawn.delete(oldest);
    length -= text.length + oldest.length;
  }
  drawn.set(name, html);
  length += html.length + name.length;
}
