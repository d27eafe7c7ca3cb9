import { paths } from '#app/paths.ts';
import { Actions, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ResultView } from './import-view.ts';

/** What came of an import, and the file of what stayed out. */
export function ImportResult({ view }: { readonly view: ResultView }) {
  const t = useTranslate();
  const { good, bad, rejected } = view;
  const title = good > 0 ? t('import.done.good', { count: good }) : t('import.done.none');
  return (
    <>
      <Notice tone={good > 0 ? 'good' : 'attention'} title={title} live>
        <p>{view.fileName}</p>
        {bad === 0 && <p>{t('import.done.all')}</p>}
      </Notice>
      {rejected !== null && (
        <Card title={t('import.done.bad', { count: bad })} id="rejected" look="accent">
          <p>{t('import.done.bad.text')}</p>
          <p>
            <FileLink href={paths.importRejected(view.id)} name={rejected.name} size={rejected.size} />
          </p>
        </Card>
      )}
      <Actions>
        <LinkButton href={paths.organizations()}>{t('import.done.register')}</LinkButton>
        <LinkButton href={paths.list('incubation')} look="quiet">
          {t('import.done.incubations')}
        </LinkButton>
        <LinkButton href={paths.importRegister()} look="quiet">
          {t('import.done.more')}
        </LinkButton>
      </Actions>
    </>
  );
}
