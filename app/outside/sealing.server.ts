import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps short secrets unreadable for whoever has the database but not the installation's secret. */
export interface Sealer {
  /** `boundTo` says whose it is: a seal that is moved to somebody else does not open. */
  readonly seal: (text: string, boundTo: string) => string;
  /** Null when it was sealed with another secret, for somebody else, or was tampered with. */
  readonly open: (sealed: string, boundTo: string) => string | null;
}

/** Another way of sealing gets another prefix, so that old seals can still be told and opened. */
const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals with AES-256-GCM under a key derived (HKDF, SHA-256) from the installation's secret. */
export function openSealer(secret: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'hatchery sealing v1', 32));
  return {
    seal: (text, boundTo) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(boundTo, 'utf8'),
      );
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${iv.toString('base64url')}.${body.toString('base64url')}`;
    },
    open: (sealed, boundTo) => {
      const [version, iv, body, ...rest] = sealed.split('.');
      if (version !== VERSION || iv === undefined || body === undefined || rest.length > 0) return null;
      const bytes = Buffer.from(body, 'base64url');
      try {
        const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(Buffer.from(boundTo, 'utf8'))
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        return null;
      }
    },
  };
}
