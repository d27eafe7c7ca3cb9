/** The sign of the product: two leaves out of a shell. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        className="fill-good"
        d="M16 16C16 9 12 5 4 5c0 7 4 11 12 11zM16 14c0-6 4-10 12-10 0 6-4 10-12 10z"
      />
      <path
        fill="none"
        className="stroke-leaf"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M16 15v5M5 18l3.5 3 3.75-3L16 21l3.75-3 3.75 3 3.5-3c0 6.5-4.75 11-11 11S5 24.5 5 18z"
      />
    </svg>
  );
}
