import { hash, verify } from '@node-rs/argon2';
import { isPossiblePassword, normalPassword } from '#app/domain/people/password-policy.ts';

/** Argon2id with 19 MiB and two passes (OWASP's cheat sheet on storing passwords). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of nobody's password: checking against it takes as long as against a real one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$so+mRJIz9wzxuoWq3SsbXA$LP/n2VjT8WQ/IfRCZOe5lOsQ1p8HJ8SYGSbFKc8O3D4';

/** What is kept of a password. Hashing is costly: call it within `inTurn`. */
export const hashPassword = (typed: string): Promise<string> => hash(normalPassword(typed), cost);

/** Whether a password is the one that was hashed; an account without one takes as long to say no. */
export async function isPassword(kept: string | null, typed: string): Promise<boolean> {
  if (!isPossiblePassword(typed)) return false;
  const fits = await verify(kept ?? NOBODY, normalPassword(typed));
  return kept !== null && fits;
}
