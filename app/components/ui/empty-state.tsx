import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** What is not there yet, or that nothing waits. */
  readonly title: ReactNode;
  /** What this list is, and who fills it. */
  readonly children?: ReactNode;
  /** The first button, so that the list does not stay empty. */
  readonly action?: ReactNode;
  readonly level?: 2 | 3;
}

/** An empty list that teaches. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <svg viewBox="0 0 56 56" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
          <path d="M8 46h40M28 46V24" />
          <path d="M28 30c0-8-5-13-14-13 0 9 5 13 14 13zM28 25c0-8 5-14 15-14 0 10-5 14-15 14z" />
        </g>
      </svg>
      <Heading>{title}</Heading>
      {children !== undefined && <p>{children}</p>}
      {action !== undefined && <div className="actions">{action}</div>}
    </div>
  );
}
