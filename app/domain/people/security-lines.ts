/** A line of the security log as the auditor reads it. */
export interface SecurityLine {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  /** Whom it happened to; null for somebody without an account, or not signed in. */
  readonly who: string | null;
  /** Who did it, where it was somebody else. */
  readonly by: string | null;
  readonly role: string | null;
  /** The id of what it was about. */
  readonly about: string | null;
  /** Of the computer. */
  readonly address: string;
}

/** One change of the settings: by whom, and what each was before and after. */
export interface SecurityChange {
  readonly id: string;
  readonly at: string;
  readonly who: string | null;
  readonly fields: readonly {
    readonly name: string;
    readonly before: string | number;
    readonly after: string | number;
  }[];
}
