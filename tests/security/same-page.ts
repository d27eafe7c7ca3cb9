/** A page without what differs from one request to the next: nonces, request ids, keys of forms, ids in addresses. */
export function samePage(text: string, ids: readonly string[]): string {
  let page = text
    .replace(/nonce="[^"]*"/g, 'nonce=""')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'request')
    .replace(/name="key" value="[\w-]+"/g, 'name="key"');
  for (const id of ids) page = page.replaceAll(id, ':id').replaceAll(encodeURIComponent(id), ':id');
  return page;
}

/** The headers of an answer that may not tell one thing from another. */
export const sameHeaders = (headers: Headers): string =>
  JSON.stringify(
    [...headers]
      .filter(
        ([name]) =>
          ![
            'x-request-id',
            'date',
            'content-length',
            'content-security-policy',
            'connection',
            'keep-alive',
            'etag',
            'location',
          ].includes(name),
      )
      .sort(),
  );
