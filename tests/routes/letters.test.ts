import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loader as page } from '#app/routes/letters/letter.tsx';
import { loader as file } from '#app/routes/letters/letter-docx.ts';
import { readDocx } from '#tests/operations/letter-reading.ts';
import { type Served, serveWorld } from '#tests/served.ts';
import { openWorld, type World } from '#tests/world.ts';
import { doorOf, getting, thrown } from './door.ts';
import { onNotice } from './review-story.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const receiptOf = (id: string) => ({ collection: 'applications', id, letter: 'receipt-2' });

describe('a letter over HTTP', () => {
  it('is the reader’s language unless another is asked for', async () => {
    const { id, lead } = await onNotice(world);
    const path = `/applications/${id}/letters/receipt-2`;
    const english = await doorOf(world, lead, 'en');
    expect((await page(getting(english, path, receiptOf(id)))).title).toBe(
      'Receipt of an application for incubation',
    );
    const asked = await page(getting(english, `${path}?language=zh-CN`, receiptOf(id)));
    expect([asked.title, asked.language]).toEqual(['入壳申请受理回执', 'zh-CN']);
    const nonsense = await page(getting(english, `${path}?language=xx`, receiptOf(id)));
    expect(nonsense.language).toBe('en');
  });

  it('comes as a file with its name in Chinese, inert and kept by nobody on the way', async () => {
    const { id, lead } = await onNotice(world);
    const { row } = await world.record('application', id);
    const answer = await file(
      getting(await doorOf(world, lead), `/applications/${id}/letters/receipt-2/docx`, receiptOf(id)),
    );
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(
      `入壳申请受理回执（${row.organization_name}）.docx`,
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Number(answer.headers.get('content-length'))).toBe(bytes.length);
    expect(readDocx(bytes).text).toContain(row.number ?? '-');
  });

  it('asks who is there, and is nothing to those it is not for', async () => {
    const { id } = await onNotice(world);
    const { lead: stranger } = await world.organization();
    const minutes = (
      await world.store.read
        .selectFrom('history')
        .select('number')
        .where('record_id', '=', id)
        .where('event', '=', 'close_review')
        .executeTakeFirstOrThrow()
    ).number;
    const cases: readonly (readonly [who: string, letter: string])[] = [
      [stranger, 'receipt-2'],
      ['reviewer1', 'receipt-2'],
      ['reviewer1', `minutes-${minutes}`],
      ['party', `minutes-${minutes}`],
      ['mentor', 'receipt-2'],
      ['assessor1', 'receipt-2'],
      ['payer', 'receipt-2'],
      ['admin', 'receipt-2'],
      ['auditor', 'receipt-2'],
      ['manager', 'receipt-3'],
      ['manager', 'receipt-0'],
      ['manager', 'receipt-2-2'],
      ['manager', 'certificate-2'],
      ['manager', 'constructor-2'],
      ['manager', `${'x'.repeat(5000)}-2`],
    ];
    for (const [who, letter] of cases) {
      const door = await doorOf(world, who);
      const params = { collection: 'applications', id, letter };
      for (const load of [page, file]) {
        const answer = await thrown(() => load(getting(door, `/applications/${id}/letters/x`, params)));
        expect(answer.status, `${who} ${letter.slice(0, 30)}`).toBe(404);
      }
    }
    const nobody = await doorOf(world);
    const asked = await thrown(() =>
      file(getting(nobody, `/applications/${id}/letters/x/docx`, receiptOf(id))),
    );
    expect(asked.headers.get('location')).toMatch(/^\/sign-in\?redirectTo=/);
    const elsewhere = await doorOf(world, 'manager');
    const wrong = { collection: 'graduations', id, letter: 'receipt-2' };
    expect((await thrown(() => page(getting(elsewhere, '/', wrong)))).status).toBe(404);
  });
});

describe('a letter of the served app', () => {
  let served: Served;
  beforeEach(async () => {
    served = await serveWorld(world);
  });
  afterEach(() => served.close());

  it('is listed on the page of its record, and drawn with every name as text', async () => {
    const { id, lead } = await onNotice(world);
    const hostile = '<script>alert(1)</script>&"\u202e志愿队';
    await world.store.write((trx) =>
      trx.updateTable('application').set({ organization_name: hostile }).where('id', '=', id).execute(),
    );
    const record = await served.get(await served.cookieOf(lead), `/applications/${id}`);
    const body = await record.text();
    expect(body).toContain(`/applications/${id}/letters/receipt-2`);
    expect(body).not.toContain('/letters/minutes-');
    const letter = await served.get(await served.cookieOf(lead), `/applications/${id}/letters/receipt-2`);
    const drawn = await letter.text();
    expect(letter.status).toBe(200);
    expect(drawn).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;志愿队');
    expect(drawn).not.toContain('<script>alert');
    const download = await served.get(
      await served.cookieOf(lead),
      `/applications/${id}/letters/receipt-2/docx`,
    );
    expect(download.status).toBe(200);
    expect(readDocx(new Uint8Array(await download.arrayBuffer())).text).toContain(
      '<script>alert(1)</script>&"志愿队',
    );
  });
});
