import type { ReactNode } from 'react';

export type ButtonLook = 'primary' | 'quiet' | 'danger';

interface Common {
  /** One `primary` per page; `danger` asks for confirmation on a page of its own first. */
  readonly look?: ButtonLook;
  /** For table rows only; smaller than a fingertip is not allowed elsewhere. */
  readonly small?: boolean;
  readonly children: ReactNode;
}

const classOf = (look: ButtonLook = 'primary', small = false) =>
  `button${look === 'primary' ? '' : ` button-${look}`}${small ? ' button-small' : ''}`;

export interface ButtonProps extends Common {
  /** What is sent when this button is pressed, if there are several. */
  readonly name?: string;
  readonly value?: string;
  /** The form it belongs to, when it stands outside of it. */
  readonly form?: string;
  /** Another address for this button (save and return, for example). */
  readonly formAction?: string | undefined;
  /** Sends without the browser's own check: for "save the draft". */
  readonly formNoValidate?: boolean;
}

/** Sends a form. */
export function Button({ look, small, children, ...rest }: ButtonProps) {
  return (
    <button type="submit" className={classOf(look, small)} {...rest}>
      {children}
    </button>
  );
}

export interface LinkButtonProps extends Common {
  readonly href: string;
  /** Downloads instead of opening. */
  readonly download?: boolean;
}

/** Goes somewhere; looks like a button because it is the next step. */
export function LinkButton({ look, small, children, ...rest }: LinkButtonProps) {
  return (
    <a className={classOf(look, small)} {...rest}>
      {children}
    </a>
  );
}

/** Buttons side by side, the primary one first. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
