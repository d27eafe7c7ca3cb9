import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, for a cookie or a link. It is never stored: see `hashOfToken`. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: who reads the database cannot use it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
