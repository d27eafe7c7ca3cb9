import type { IncomingMessage } from 'node:http';
import { LARGEST_UPLOAD, megabytes } from '#app/domain/files.ts';
import { type FrontRefusal, frontRefusal } from './front-refusal.server.ts';

/** How much of a body is taken, and how slowly it may come. */
export interface BodyLimits {
  /** Bytes of a form without files. */
  readonly form: number;
  /** Bytes of a form with files. */
  readonly upload: number;
  /** Bytes of all bodies that are held at the same time. */
  readonly atOnce: number;
  /** A sender has to bring `progressBytes` in each stretch of so many milliseconds. */
  readonly progressMs: number;
  readonly progressBytes: number;
}

export const bodyLimits: BodyLimits = {
  form: 1024 * 1024,
  upload: LARGEST_UPLOAD,
  atOnce: 128 * 1024 * 1024,
  progressMs: 30_000,
  progressBytes: 1024,
};

/** A body in memory; `release` gives its room back when the answer has gone. */
export interface HeldBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly release: () => void;
}

/** Reads bodies, byte-counted, with a common limit for all of them, so that many large ones cannot fill the memory. */
export interface BodyReader {
  /** `gone` where the sender went away before the end: there is nobody to answer. */
  read(request: IncomingMessage, limit: number): Promise<HeldBody | FrontRefusal | 'gone'>;
}

export function createBodyReader(limits: BodyLimits): BodyReader {
  let held = 0;
  return {
    read: (request, limit) => {
      const tooLarge = frontRefusal('bodyTooLarge', {
        params: { megabytes: megabytes(limit) },
      });
      const announced = Number(request.headers['content-length'] ?? 0);
      if (announced > limit) return Promise.resolve(tooLarge);
      const busy = frontRefusal('busy', { retryAfter: 5 });
      if (held + announced > limits.atOnce) return Promise.resolve(busy);

      return new Promise((resolve) => {
        const pieces: Uint8Array[] = [];
        let size = 0;
        let sizeBefore = 0;
        const release = () => {
          held -= size;
          size = 0;
        };
        const settle = (outcome: HeldBody | FrontRefusal | 'gone') => {
          clearInterval(progress);
          request.off('data', take).off('end', finish).off('close', leave).off('error', leave);
          if (outcome === 'gone' || 'status' in outcome) release();
          resolve(outcome);
        };
        const take = (piece: Uint8Array) => {
          held += piece.byteLength;
          size += piece.byteLength;
          pieces.push(piece);
          if (size > limit) settle(tooLarge);
          else if (held > limits.atOnce) settle(busy);
        };
        const finish = () => settle({ bytes: join(pieces, size), release });
        const leave = () => settle('gone');
        const progress = setInterval(() => {
          if (size - sizeBefore < limits.progressBytes) settle(frontRefusal('slow'));
          sizeBefore = size;
        }, limits.progressMs);
        request.on('data', take).once('end', finish).once('close', leave).once('error', leave);
      });
    },
  };
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
