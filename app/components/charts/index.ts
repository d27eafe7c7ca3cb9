/** Pictures drawn on the server, each with its figures as a table. */
export { type ChartText, Legend, type LegendItem, type Paint } from './chart-frame.tsx';
export * from './spread-dots.tsx';
export * from './stacked-bar.tsx';
