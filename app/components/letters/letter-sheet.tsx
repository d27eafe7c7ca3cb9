import type { Letter, LetterBlock } from '#app/domain/letters/letter.ts';
import { logoLines } from '../layout/logo-lines.ts';
import { QrPicture } from '../ui/qr-picture.tsx';

/** A letter as it lies on paper: head, number, title, addressee, body, signature. Printed, it is nothing but this. */
export function LetterSheet({
  letter,
  language,
}: {
  readonly letter: Letter<string>;
  readonly language: string;
}) {
  if (letter.form === 'certificate') return <CertificateSheet letter={letter} language={language} />;
  return (
    <article className="letter" lang={language}>
      <p className="letter-issuer">{letter.issuer}</p>
      <p className="letter-number">{letter.number}</p>
      <h1>{letter.title}</h1>
      {letter.signer === null && <p className="letter-day">{letter.date}</p>}
      {letter.stamp && <p className="letter-stamp">{letter.stamp}</p>}
      {letter.addressee && <p className="letter-addressee">{letter.addressee}</p>}
      {letter.blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once on the server, never reordered
        <Block key={i} block={block} />
      ))}
      {letter.closing && <p className="letter-text">{letter.closing}</p>}
      {letter.signer && (
        <p className="letter-signed">
          {letter.signer}
          <br />
          {letter.date}
        </p>
      )}
      {letter.note && <p className="letter-note">{letter.note}</p>}
    </article>
  );
}

/** The certificate: to be hung on a wall. */
function CertificateSheet({
  letter,
  language,
}: {
  readonly letter: Letter<string>;
  readonly language: string;
}) {
  const [name, ...texts] = letter.blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : []));
  return (
    <article className="letter certificate" lang={language}>
      <div className="certificate-frame">
        <Sprig />
        <h1>{letter.title}</h1>
        <p className="certificate-number">{letter.number}</p>
        {letter.stamp && <p className="letter-stamp">{letter.stamp}</p>}
        <p className="certificate-name">{name}</p>
        {texts.map((text) => (
          <p className="letter-text" key={text}>
            {text}
          </p>
        ))}
        <div className="certificate-foot">
          <div className="certificate-check">
            {/* The words beside it say the same address. */}
            {letter.checkAddress && <QrPicture text={letter.checkAddress} />}
            {letter.note && <p className="letter-note">{letter.note}</p>}
          </div>
          <p className="letter-signed">
            {letter.signer}
            <br />
            {letter.date}
          </p>
        </div>
      </div>
    </article>
  );
}

/** The sign of the product, alone, as an ornament. */
const Sprig = () => (
  <svg className="certificate-sprig" viewBox="0 0 32 22" aria-hidden="true" focusable="false">
    <path d={`${logoLines.leaves}M15.25 15h1.5v6h-1.5z`} />
  </svg>
);

function Block({ block }: { readonly block: LetterBlock<string> }) {
  switch (block.kind) {
    case 'paragraph':
      return block.text.split('\n').map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, never reordered
        <p className="letter-text" key={i}>
          {text}
        </p>
      ));
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'list':
      return (
        <ol className="letter-list">
          {block.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: numbered by their place
            <li key={i}>{item}</li>
          ))}
        </ol>
      );
    case 'facts':
      return block.lines.length === 0 ? null : (
        <dl className="letter-facts">
          {block.lines.map((l) => (
            <div key={l.label}>
              <dt>{l.label}</dt>
              <dd>{l.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return block.rows.length === 0 ? null : <Table block={block} />;
    case 'signatures':
      return <Signatures block={block} />;
  }
}

type Kind<K extends LetterBlock<string>['kind']> = {
  readonly block: Extract<LetterBlock<string>, { kind: K }>;
};

const Table = ({ block }: Kind<'table'>) => (
  <div className="letter-table">
    <table>
      <thead>
        <tr>
          {block.head.map((h) => (
            <th key={h.label} scope="col" className={h.number ? 'number' : undefined}>
              {h.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, r) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed table
          <tr key={r}>
            {block.head.map((h, c) => (
              <td key={h.label} className={h.number ? 'number' : undefined}>
                {row[c] ?? ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Signatures = ({ block }: Kind<'signatures'>) => (
  <dl className="letter-signatures">
    {block.lines.map((l, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: signature lines by their place
      <div key={i}>
        <dt>{l.label}</dt>
        <dd className={l.on === null ? 'blank' : undefined}>{l.name}</dd>
        <dd className={l.on === null ? 'blank' : undefined}>{l.on}</dd>
      </div>
    ))}
  </dl>
);
