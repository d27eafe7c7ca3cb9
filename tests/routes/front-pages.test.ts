import { afterEach, describe, expect, it } from 'vitest';
import { frontRefusal } from '#app/http/front-refusal.server.ts';
import { buildOf, closeAll, page, serve } from './front-server.ts';

afterEach(closeAll);

const build = () => buildOf({ home: { index: true, module: page({ loader: () => 'home' }) } });

describe('the pages of the front', () => {
  it('speak the language of the browser, Chinese first', async () => {
    const served = await serve(build());
    const chinese = await served.ask('/', { method: 'PUT' });
    const english = await served.ask('/', {
      method: 'PUT',
      headers: { 'accept-language': 'en-GB,en;q=0.8' },
    });
    expect(chinese.text).toContain('<html lang="zh-CN">');
    expect(chinese.text).toContain('不支持的请求方式');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('not accepted');
  });

  it('speak the language that was chosen in this browser before that', async () => {
    const served = await serve(build());
    const headers = { 'accept-language': 'zh-CN', cookie: 'a=1; language=en' };
    expect((await served.ask('/', { method: 'PUT', headers })).text).toContain('<html lang="en">');
    expect(served.visits).toEqual([]);
    await served.ask('/', { headers });
    expect(served.visits[0]?.locale).toBe('en');
    const unknown = { ...headers, cookie: 'language=xx' };
    expect((await served.ask('/', { method: 'PUT', headers: unknown })).text).toContain(
      '<html lang="zh-CN">',
    );
  });

  it('are JSON for programs', async () => {
    const served = await serve(build());
    const answer = await served.ask('/api/x', { method: 'PUT' });
    expect(JSON.parse(answer.text).error).toMatchObject({
      code: 'front.method',
      requestId: answer.headers['x-request-id'],
    });
    const other = await served.ask('/x', { method: 'PUT', headers: { accept: 'application/json' } });
    expect(other.headers['content-type']).toContain('json');
  });

  it('say when to come back where the app turns a visit away', async () => {
    const served = await serve(build(), {
      admit: () => frontRefusal('tooMany', { retryAfter: 120, params: { minutes: 2 } }),
    });
    const { status, headers, text } = await served.ask('/');
    expect(status).toBe(429);
    expect(headers['retry-after']).toBe('120');
    expect(text).toContain('请 2 分钟后再试');
  });
});
