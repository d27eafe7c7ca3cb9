import { logoLines } from '#app/components/layout/logo-lines.ts';

/**
 * How the front's own pages look: like the other pages, but drawn without the app, which may be what is broken. Colours and
 * sizes are those of the theme.
 */
export const frontStyle = `
:root { color-scheme: light dark; --ink: #16211b; --soft: #4c5b53; --line: #dfe6e1; --edge: #78877e; --paper: #fff;
  --ground: #f5f7f5; --leaf: #1b6b3c; --on-leaf: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ede9; --soft: #a9b8af; --line: #2b3731; --edge: #74857b;
  --paper: #161d19; --ground: #0e1311; --leaf: #71c896; --on-leaf: #0b1a11 } }
* { box-sizing: border-box }
body { margin: 0; line-height: 1.7; color: var(--ink); background: var(--ground); overflow-wrap: anywhere;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif }
:lang(en) body { font-family: "Segoe UI", "Helvetica Neue", Roboto, Arial, sans-serif }
header { background: var(--paper); border-bottom: 1px solid var(--line) }
header a { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; min-height: 3.75rem; display: flex; align-items: center;
  gap: .5rem; color: var(--ink); font-weight: 600; font-size: 1.1875rem; letter-spacing: .04em; text-decoration: none }
svg { width: 1.75rem; height: 1.75rem; color: var(--leaf) }
main { max-width: 49rem; margin: 0 auto; padding: 2rem 1.5rem }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem }
h1 { margin: 0 0 1rem; font-size: 1.75rem; font-weight: 600; line-height: 1.3 }
p { margin: 0 0 1rem }
.ways { display: flex; flex-wrap: wrap; gap: .75rem }
.ways a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: .25rem 1.5rem; border-radius: 8px;
  border: 1px solid var(--edge); color: var(--leaf); font-weight: 600; text-decoration: none }
.ways a:first-child { background: var(--leaf); border-color: var(--leaf); color: var(--on-leaf) }
a:focus-visible { outline: 3px solid var(--leaf); outline-offset: 2px }
small { color: var(--soft); font-size: .875rem }
@media (max-width: 30rem) { header a, main { padding-left: 1rem; padding-right: 1rem } .ways a { width: 100%; justify-content: center } }
`;

/** The sign of the product, as the bar of every page has it. */
export const frontLogo = `<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path fill="currentColor" d="${logoLines.leaves}"/><path fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round" d="${logoLines.shell}"/></svg>`;
