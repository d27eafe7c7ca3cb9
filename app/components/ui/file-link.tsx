import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

export interface FileLinkProps {
  readonly href: string;
  /** The file's name as its owner gave it. */
  readonly name: string;
  /** In bytes. */
  readonly size?: number;
}

/** A document to download, with its size. */
export function FileLink({ href, name, size }: FileLinkProps) {
  const t = useTranslate();
  return (
    <span className="file-link">
      <Icon name="file" />
      <a href={href}>{name}</a>
      {size !== undefined && <span className="soft small num">{t.format.fileSize(size)}</span>}
    </span>
  );
}
