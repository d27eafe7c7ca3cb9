import { Icon } from './icon.tsx';
import { useTranslate } from './locale.tsx';

/** Where a list is to be had as a file, for each form of file. */
export interface ExportAddress {
  readonly format: 'xlsx' | 'csv';
  readonly href: string;
}

/** Links to exactly what the list shows, as files. */
export function ExportLinks({ exports }: { readonly exports: readonly ExportAddress[] }) {
  const t = useTranslate();
  return exports.map(({ format, href }) => (
    <a key={format} href={href} className="export-link" download="">
      <Icon name="file" /> {t(`ui.export.${format}`)}
    </a>
  ));
}
