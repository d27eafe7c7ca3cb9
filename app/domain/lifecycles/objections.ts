/** An objection (异议) to a public notice, as its record remembers it; who objected and in what words lies apart. */
export interface Objection {
  readonly number: string;
  readonly concerns: 'organization' | 'reviewer' | 'staff' | 'director';
  readonly open: boolean;
}
