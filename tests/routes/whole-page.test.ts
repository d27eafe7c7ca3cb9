import { describe, expect, it } from 'vitest';
import { WholePage } from '#app/http/whole-page.server.ts';

describe('a page that was drawn whole', () => {
  const whole = () =>
    new WholePage('<p>孵化台</p>', { status: 422, headers: { 'content-type': 'text/html' } });

  it('is read as any answer is, and copied as one', async () => {
    expect(await whole().text()).toBe('<p>孵化台</p>');
    expect(Buffer.from(await whole().arrayBuffer()).toString()).toBe('<p>孵化台</p>');
    const copied = new Response(whole().body, whole());
    expect([copied.status, copied.headers.get('content-type'), await copied.text()]).toEqual([
      422,
      'text/html',
      '<p>孵化台</p>',
    ]);
    const clone = whole().clone();
    expect([clone.status, await clone.text()]).toEqual([422, '<p>孵化台</p>']);
  });
});
