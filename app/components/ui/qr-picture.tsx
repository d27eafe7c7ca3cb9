import { encode } from 'uqr';

/** A QR code as a drawing in the page, dark on white in any colour scheme. Without a label, words beside it say what it holds. */
export function QrPicture({ text, label }: { readonly text: string; readonly label?: string }) {
  // four modules of white around it, as the standard (ISO/IEC 18004) asks
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const drawing = (
    <>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" shapeRendering="crispEdges" />
    </>
  );
  const box = { className: 'qr', viewBox: `0 0 ${size} ${size}` };
  if (label === undefined)
    return (
      <svg {...box} aria-hidden="true">
        {drawing}
      </svg>
    );
  return (
    <svg {...box} role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}
