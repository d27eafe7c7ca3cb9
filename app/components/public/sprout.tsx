/** The sign of the product, large and growing: for the head of the first page. Decoration. */
export function Sprout() {
  return (
    <svg className="sprout" viewBox="0 0 240 200" aria-hidden="true" focusable="false">
      <circle className="sprout-sun" cx="120" cy="104" r="88" />
      <g className="sprout-ground">
        <path d="M24 176h192" />
      </g>
      <g className="sprout-stems">
        <path d="M120 150v-56M62 176v-26M184 176v-34" />
      </g>
      <g className="sprout-leaves">
        <path d="M120 104c0-30-18-46-50-46 0 30 18 46 50 46z" />
        <path d="M120 92c0-28 18-44 50-44 0 28-18 44-50 44z" />
        <path d="M62 156c0-12-8-19-22-19 0 12 8 19 22 19zM62 150c0-11 8-18 20-18 0 11-8 18-20 18z" />
        <path d="M184 150c0-14-9-22-25-22 0 14 9 22 25 22zM184 144c0-13 9-21 23-21 0 13-9 21-23 21z" />
      </g>
      <g className="sprout-shell">
        <path d="M84 148l12 9 12-9 12 9 12-9 12 9 12-9c0 19-16 30-36 30s-36-11-36-30z" />
      </g>
    </svg>
  );
}
