import type { ReactNode } from 'react';

export interface CardProps {
  /** The heading; the card is then a labelled region of the page. */
  readonly title?: ReactNode;
  /** A quiet remark after the heading: "12 份，10 份已核对". */
  readonly note?: ReactNode;
  /** A link or tag at the end of the heading line; on an `accent` card the button that does it. */
  readonly aside?: ReactNode;
  /** Needed with `title`: unique on the page, and the target of links to this section. */
  readonly id?: string;
  /** `accent` marks the one thing to do now; `plain` has no border. */
  readonly look?: 'accent' | 'plain';
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}

/** A section of a page. */
export function Card({ title, note, aside, id, look, level = 2, children }: CardProps) {
  const className = look ? `card card-${look}` : 'card';
  const Heading = level === 2 ? 'h2' : 'h3';
  if (title === undefined) {
    return (
      <div className={className} id={id}>
        {children}
      </div>
    );
  }
  const titleId = id && `${id}-title`;
  if (look === 'accent') {
    return (
      <section className={className} id={id} aria-labelledby={titleId}>
        <div className="card-main">
          <Heading id={titleId}>{title}</Heading>
          {children}
        </div>
        {aside !== undefined && <div className="actions">{aside}</div>}
      </section>
    );
  }
  return (
    <section className={className} id={id} aria-labelledby={titleId}>
      <div className="card-head">
        <Heading id={titleId}>
          {title}
          {note !== undefined && <small>{note}</small>}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}
