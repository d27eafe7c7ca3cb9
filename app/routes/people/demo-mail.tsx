import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageTitle } from '#app/components/layout/index.ts';
import { Card, EmptyState, Fold, useNow, useTranslate } from '#app/components/ui/index.ts';
import type { DoorContext } from '#app/http/context.ts';
import { notFound } from '#app/http/guarded.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { readDemoMail } from '#app/operations/people/demo-mail.server.ts';

export const handle = { narrow: true };

/** Only a demo shows its mail; everywhere else this page does not exist. */
export async function loader({ context }: LoaderFunctionArgs) {
  const door = context as DoorContext;
  if (!door.demo) throw notFound();
  return { title: translator(door.locale)('people.mail'), letters: await readDemoMail(door.house) };
}

export default function DemoMailRoute() {
  const { letters } = useLoaderData<typeof loader>();
  const t = useTranslate();
  const now = useNow();
  return (
    <>
      <PageTitle lead={t('people.mail.lead')}>{t('people.mail')}</PageTitle>
      <Card>
        {letters.length === 0 ? (
          <EmptyState title={t('people.mail.none')}>{t('people.mail.none.text')}</EmptyState>
        ) : (
          letters.map((letter, index) => (
            <Fold
              key={letter.id}
              open={index === 0}
              summary={t('people.mail.line', {
                at: t.format.instant(letter.at, now),
                to: letter.to,
                subject: letter.subject,
              })}
            >
              {letter.text.split('\n\n').map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {letter.link && (
                <p>
                  <a href={letter.link}>{t('people.mail.follow')}</a>
                </p>
              )}
            </Fold>
          ))
        )}
      </Card>
    </>
  );
}
