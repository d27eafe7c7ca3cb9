import type { ReactNode } from 'react';

export interface Task {
  readonly href: string;
  readonly name: ReactNode;
  /** Usually a `Tag`: complete, in progress, not started, to be corrected. */
  readonly state: ReactNode;
}

/** The sections of a long form, each saved by itself, with how far each has come. */
export function TaskList({ items }: { readonly items: readonly Task[] }) {
  return (
    <ul className="tasks">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>{item.name}</a>
          {item.state}
        </li>
      ))}
    </ul>
  );
}
