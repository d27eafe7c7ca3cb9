/** A cookie of ours: what it is called where, and the header that sets or ends it. */
export interface OwnCookie {
  /** With `__Host-` where the site is https: bound to this host, never set by a neighbour. */
  readonly name: string;
  /** The value in a `Cookie` header; `undefined` where it is absent, sent twice or not as we write it. */
  read(cookieHeader: string | null | undefined): string | undefined;
  /** The `Set-Cookie` header for a value, which lives `maxAge` seconds, or as long as the browser. */
  set(value: string, maxAge?: number): string;
  /** The `Set-Cookie` header that ends the cookie. */
  clear(): string;
}

/** Letters, digits, `-`, `_`, `.`: what tokens are made of, and nothing that a header could be broken with. */
const PLAIN = /^[\w.-]{1,1024}$/;

/**
 * A cookie that scripts cannot read and foreign forms do not carry (`HttpOnly`, `SameSite=Lax`), sent over TLS only
 * where the site is https. The value has to be made of plain signs; `set` throws a RangeError otherwise.
 */
export function ownCookie(baseName: string, isHttps: boolean): OwnCookie {
  const name = isHttps ? `__Host-${baseName}` : baseName;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  return {
    name,
    read: (cookieHeader) => {
      const values = (cookieHeader ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
      const [value] = values;
      return values.length === 1 && value !== undefined && PLAIN.test(value) ? value : undefined;
    },
    set: (value, maxAge) => {
      if (!PLAIN.test(value)) throw new RangeError('a cookie value has to be made of plain signs');
      return `${name}=${value}; ${attributes}${maxAge === undefined ? '' : `; Max-Age=${Math.trunc(maxAge)}`}`;
    },
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}
