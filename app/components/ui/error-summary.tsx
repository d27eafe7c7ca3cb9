import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface ErrorSummaryItem {
  /** The id of the input to correct; none for what belongs to the whole form. */
  readonly target?: string;
  readonly message: ReactNode;
}

export interface ErrorSummaryProps {
  readonly title: ReactNode;
  readonly items: readonly ErrorSummaryItem[];
}

/** What has to be corrected, on top of the page, announced at once, each line a link to its field. */
export function ErrorSummary({ title, items }: ErrorSummaryProps) {
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="errors" data-error-summary="">
      <h2>
        <Icon name="alert" />
        {title}
      </h2>
      <ul>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered
          <li key={index}>{item.target ? <a href={`#${item.target}`}>{item.message}</a> : item.message}</li>
        ))}
      </ul>
    </div>
  );
}
