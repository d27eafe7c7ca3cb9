import type { ReactNode } from 'react';

export interface FoldProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly id?: string;
  readonly children: ReactNode;
}

/** Something that folds: shown when asked for. */
export function Fold({ summary, open = false, id, children }: FoldProps) {
  return (
    <details className="fold" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
