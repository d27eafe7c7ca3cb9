import type { ReactNode } from 'react';
import { useTranslate } from './locale.tsx';

export interface ConfirmPanelProps {
  /** The question: "要把 3 个申请都退回补正吗？" */
  readonly title: ReactNode;
  /** What will happen and to whom: "将通知 3 个组织". */
  readonly children: ReactNode;
  /** Where "cancel" leads. */
  readonly cancelHref: string;
  /** The button that does it, inside its own form; usually `look="danger"`. */
  readonly action: ReactNode;
}

/** Asks once before something that cannot be taken back. A page, not a dialog: it works without scripts. */
export function ConfirmPanel({ title, children, cancelHref, action }: ConfirmPanelProps) {
  const t = useTranslate();
  return (
    <section className="confirm" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{title}</h2>
      <div className="prose">{children}</div>
      <div className="actions">
        {action}
        <a className="button button-quiet" href={cancelHref}>
          {t('ui.button.cancel')}
        </a>
      </div>
    </section>
  );
}
