import { logoLines } from './logo-lines.ts';

/** The sign of the product: two leaves out of a shell. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="fill-good" d={logoLines.leaves} />
      <path
        fill="none"
        className="stroke-leaf"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
        d={logoLines.shell}
      />
    </svg>
  );
}
