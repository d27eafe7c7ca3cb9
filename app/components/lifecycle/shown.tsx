import type { ReactNode } from 'react';
import type { Shown } from '#app/domain/lifecycles/content.ts';
import { paths } from '#app/paths.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { FileLink } from '../ui/file-link.tsx';
import { useNow, useTranslate } from '../ui/locale.tsx';
import { Tag } from '../ui/tag.tsx';

/** A value of a record's page in the reader's language. */
export function ShownValue({ value }: { readonly value: Shown }): ReactNode {
  const t = useTranslate();
  const now = useNow();
  if ('tag' in value) return <Tag tone={value.tone}>{t.words(value.tag)}</Tag>;
  if ('href' in value) return <a href={value.href}>{t.words(value.label)}</a>;
  if ('date' in value) return <time dateTime={value.date}>{t.format.date(value.date)}</time>;
  if ('instant' in value) return <time dateTime={value.instant}>{t.format.instant(value.instant, now)}</time>;
  if ('due' in value) return <DueBadge due={value.due} settled={value.settled ?? false} />;
  if ('from' in value) return t.format.range(value.from, value.to, now);
  if ('fen' in value) return t.format.money(value.fen);
  if ('number' in value) return t.format.number(value.number);
  if ('score' in value) return t.format.score(value.score / 100);
  if ('code' in value) return <code className="log-proof">{value.code}</code>;
  if ('who' in value) return `${value.who} ${t.format.instant(value.at, now)}`;
  if ('documents' in value) return <Documents documents={value.documents} />;
  if ('all' in value) return <All values={value.all} />;
  return t.words(value);
}

type Only<K extends string> = Extract<Shown, { readonly [key in K]: unknown }>;

function Documents({ documents }: Only<'documents'>) {
  return (
    <ul className="file-list">
      {documents.map((d) => (
        <li key={d.id}>
          <FileLink href={paths.document(d.id)} name={d.name} size={d.size} />
        </li>
      ))}
    </ul>
  );
}

function All({ values }: { readonly values: readonly Shown[] }) {
  if (values.length === 0) return null;
  return (
    <ul>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered
        <li key={index}>
          <ShownValue value={value} />
        </li>
      ))}
    </ul>
  );
}
