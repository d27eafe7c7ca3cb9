/** The frame of a page. */
export * from './enhance-script.tsx';
export * from './header.tsx';
export * from './logo.tsx';
export * from './page.tsx';
export * from './page-title.tsx';
