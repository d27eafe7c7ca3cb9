/** Width and height in pixels, as the header of an image declares them. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a PNG image, from its first chunk (RFC 2083, 4.1.1); `undefined` when that is not sound. */
export function pngSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.byteLength < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isHeader = view.getUint32(8) === 13 && view.getUint32(12) === 0x49484452;
  return isHeader ? sound(view.getUint32(16), view.getUint32(20)) : undefined;
}

/** The size of a JPEG image, from its frame header (ITU-T T.81, B.2.2); `undefined` when there is none. */
export function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return sound(view.getUint16(at + 7), view.getUint16(at + 5));
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    // data of the picture before any frame header: not an image
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += isAlone ? 2 : 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** C4, C8 and CC lie among the frame markers and mean other things. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const sound = (width: number, height: number): ImageSize | undefined =>
  width > 0 && height > 0 ? { width, height } : undefined;
