import type { LetterName } from '#app/domain/letters/kinds.ts';
import type { LifecycleName } from '#app/domain/lifecycles/lifecycle.ts';
import { paths } from '#app/paths.ts';
import { Card } from '../ui/card.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';

/** The letters of a record that its reader may open, each with its day. */
export function IssuedLetters({
  lifecycle,
  recordId,
  letters,
}: {
  readonly lifecycle: LifecycleName;
  readonly recordId: string;
  readonly letters: readonly { readonly name: LetterName; readonly id: string; readonly at: string }[];
}) {
  const t = useTranslate();
  const now = useNow();
  if (letters.length === 0) return null;
  return (
    <Card title={t('letters.title')} id="letters">
      <ul className="deadline-list">
        {letters.map((letter) => (
          <li key={letter.id}>
            <a href={paths.letter(lifecycle, recordId, letter.id)}>{t(`letter.kind.${letter.name}`)}</a>
            <br />
            <span className="soft small">{t.format.instant(letter.at, now)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
