import type { Letter } from '#app/domain/letters/letter.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { type Locale, locales } from '#app/i18n/locale.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumbs } from '../layout/page-title.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { LetterSheet } from './letter-sheet.tsx';

/** A letter as a page: the sheet, and above it where it belongs, the file to take along, the other language. */
export function LetterPage({
  letter,
  lifecycle,
  recordId,
  letterId,
  organizationName,
  language,
}: {
  readonly letter: Letter<string>;
  readonly lifecycle: LifecycleName;
  readonly recordId: string;
  readonly letterId: string;
  readonly organizationName: string;
  readonly language: Locale;
}) {
  const t = useTranslate();
  const page = paths.letter(lifecycle, recordId, letterId);
  return (
    <>
      <div className="letter-bar">
        <Breadcrumbs
          items={[
            { label: t.maybe(`${lifecycle}.title`) ?? lifecycle, href: paths.list(lifecycle) },
            { label: organizationName, href: paths.record(lifecycle, recordId) },
          ]}
        />
        <p className="letter-actions">
          <a
            className="button"
            href={`${paths.letterFile(lifecycle, recordId, letterId)}?language=${language}`}
          >
            {t('letters.download')}
          </a>
          <span className="soft small letter-hint">{t('letters.print')}</span>
          <span className="letter-languages">
            <span className="soft small">{t('letters.language')}</span>
            {locales.map((locale) => (
              <a
                key={locale}
                href={`${page}?language=${locale}`}
                aria-current={locale === language ? 'true' : undefined}
              >
                {t(`letters.language.${locale}`)}
              </a>
            ))}
          </span>
        </p>
      </div>
      <LetterSheet letter={letter} language={language} />
    </>
  );
}
