const paths = {
  clock: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.5V8l2.5 1.5',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  alert: 'M8 2 1.5 13.5h13L8 2zm0 4.5v3.25m0 2v.01',
  stop: 'M5.25 1.75h5.5l3.5 3.5v5.5l-3.5 3.5h-5.5l-3.5-3.5v-5.5l3.5-3.5zM5.5 8h5',
  info: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 7.5v3.75m0-6.5v.01',
  spark: 'M8 1.75v4m0 4.5v4M1.75 8h4m4.5 0h4',
  dot: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  cross: 'm4 4 8 8m0-8-8 8',
  file: 'M9 1.75H4.5a1 1 0 0 0-1 1v10.5a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1v-8L9 1.75zm0 0v3.5h3.5',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  left: 'm10 3-5 5 5 5',
  right: 'm6 3 5 5-5 5',
  menu: 'M2.5 4.5h11m-11 3.5h11m-11 3.5h11',
  person: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8m-5 6c.5-2.5 2.5-3.75 5-3.75s4.5 1.25 5 3.75',
  plus: 'M8 3v10M3 8h10',
  lock: 'M3.5 7.25h9v6.5h-9zM5.25 7.25v-2a2.75 2.75 0 0 1 5.5 0v2',
} as const;

export type IconName = keyof typeof paths;

/**
 * A small line drawing beside a word; never alone, so it is hidden from screen readers. How its lines are drawn is in
 * pieces.css: a list has a hundred of these.
 */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
