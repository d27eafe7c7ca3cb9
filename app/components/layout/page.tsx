import type { ReactNode } from 'react';
import { useTranslate } from '../ui/locale.tsx';
import { Header, type HeaderProps } from './header.tsx';

export interface PageProps {
  readonly header: HeaderProps;
  /** One column of reading width: for forms, letters, sign-in. */
  readonly narrow?: boolean;
  /** The line at the foot: whose center this is, when it was last backed up. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** What stands inside `<body>`: skip link, bar, the content as `<main>`, foot. */
export function Page({ header, narrow = false, foot, children }: PageProps) {
  const t = useTranslate();
  return (
    <>
      <a className="skip" href="#main">
        {t('ui.skip')}
      </a>
      <Header {...header} />
      <main className={narrow ? 'page page-narrow' : 'page'} id="main" tabIndex={-1}>
        {children}
      </main>
      {foot !== undefined && <footer className="foot">{foot}</footer>}
    </>
  );
}

/** A wide column and a narrow one beside it; one under the other where there is no room. */
export function Columns({
  even = false,
  children,
}: {
  readonly even?: boolean;
  readonly children: ReactNode;
}) {
  return <div className={even ? 'two two-even' : 'two'}>{children}</div>;
}

/** Things one under another, with room between them; the two sides of `Columns` are usually stacks. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="stack">{children}</div>;
}
