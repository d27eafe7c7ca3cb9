import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, requireSecondFactor, withPassword } from '../operations/people/accounts.ts';
import { type Served, serveWorld } from '../served.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let served: Served;

beforeAll(async () => {
  world = await openWorld();
  await requireSecondFactor(world);
  served = await serveWorld(world, { rateLimits: true });
});
afterAll(async () => {
  await served.close();
  await world.close();
});

const from = '203.0.113.7';
const post = (path: string, form: Record<string, string>, cookie = '', forwarded = from) =>
  fetch(served.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      origin: served.origin,
      'x-forwarded-for': forwarded,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  });
const cookieIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(world.clock.now()) });
const seen = new Set<string>();
/** What was added to the log since the last time of asking, by kind: lines of one instant have no order. */
async function added() {
  const rows = await world.store.read.selectFrom('security_event').selectAll().orderBy('kind').execute();
  const fresh = rows.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return fresh;
}
const requestIdOf = (answer: Response) => answer.headers.get('x-request-id');

describe('the security log', () => {
  it('[ASVS 16.3.1] [ASVS 16.2.1] has one line for each way of coming and going, with who, when, from where, and the request', async () => {
    const email = await withPassword(world, 'manager');
    const personId = world.idOf('manager');
    const steps: [kind: string[], answer: Response][] = [];
    const step = async (kinds: string[], answer: Response) => {
      steps.push([kinds, answer]);
      const lines = await added();
      expect(lines.map((line) => line.kind)).toEqual(kinds);
      for (const line of lines) {
        expect(line).toMatchObject({ person_id: personId, address: from, at: world.clock.now() });
        expect(JSON.parse(line.detail).requestId).toBe(requestIdOf(answer));
        expect(requestIdOf(answer)).toMatch(/^[0-9a-f-]{36}$/);
      }
      return answer;
    };
    await added();
    await step(['sign_in_failed'], await post('/sign-in', { email, password: 'not the password' }));
    const first = await step([], await post('/sign-in', { email, password: goodPassword }));
    const waiting = cookieIn(first);
    const page = await (await served.get(waiting, '/sign-in/second-factor')).text();
    const secret = /<code class="secret-text">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
    const sealed = /name="sealed" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const form = { sealed, code: codeOf(secret) };
    const set = await step(
      ['second_factor_set_up', 'sign_in'],
      await post('/sign-in/second-factor', form, waiting),
    );
    await step(['sign_out'], await post('/sign-out', {}, cookieIn(set)));

    world.clock.advance(60_000);
    const second = cookieIn(await step([], await post('/sign-in', { email, password: goodPassword })));
    await step(['second_factor_failed'], await post('/sign-in/code', { code: '000000' }, second));
    const code = codeOf(secret);
    const inside = cookieIn(await step(['sign_in'], await post('/sign-in/code', { code }, second)));
    const change = { current: goodPassword, password: 'another quite good password' };
    await step(['password_changed', 'sign_in'], await post('/account/password', change, inside));
    expect(steps).toHaveLength(8);
    // how somebody came in is told too
    const { detail } = await world.store.read
      .selectFrom('security_event')
      .select('detail')
      .where('kind', '=', 'sign_in')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail)).toMatchObject({ secondFactor: true });
  });

  it('[ASVS 15.3.4] names the address that our proxy saw, never one that the asker wrote; without a proxy, the peer’s', async () => {
    await added();
    const wrong = { email: 'nobody@test.example', password: 'not the password' };
    await post('/sign-in', wrong, '', '6.6.6.6, 10.1.2.3');
    await post('/sign-in', wrong, '', 'nonsense');
    expect((await added()).map(({ address }) => address).sort()).toEqual(['10.1.2.3', '127.0.0.1']);
    const bare = await serveWorld(world);
    await fetch(`${bare.origin}/sign-in`, {
      method: 'POST',
      headers: {
        origin: bare.origin,
        'x-forwarded-for': '6.6.6.6',
        'x-real-ip': '6.6.6.6',
        forwarded: 'for=6.6.6.6',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(wrong).toString(),
    });
    expect((await added()).map(({ address }) => address)).toEqual(['127.0.0.1']);
    await bare.close();
  });

  it('[ASVS 16.2.1] and the history: each line says when, who, as what, for whom, what, to what, with what result, in which request', async () => {
    const { id, lead, organizationId } = await world.draft();
    const cookie = await served.cookieOf(lead);
    const path = `/applications/${id}/submission`;
    const drawn = await (await served.get(cookie, path)).text();
    const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(drawn)?.[1] ?? '';
    const form = { key: of('key'), version: of('version'), consent: 'yes', truth: 'yes' };
    const answer = await post(path, form, cookie);
    expect(answer.status).toBe(303);
    const line = await world.store.read
      .selectFrom('history')
      .innerJoin('application', 'application.id', 'history.record_id')
      .selectAll('history')
      .select('application.organization_id')
      .where('history.record_id', '=', id)
      .where('event', '=', 'submit')
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({
      at: world.clock.now(),
      actor_id: world.idOf(lead),
      actor_name: lead,
      role: 'lead',
      center_id: world.centerId,
      organization_id: organizationId,
      lifecycle: 'application',
      from_state: 'draft',
      to_state: 'submitted',
      request_id: requestIdOf(answer),
    });
    // from where: the sign-in before it, of the same person, says so (decision 0019)
    const came = await world.store.read
      .selectFrom('security_event')
      .select('address')
      .where('kind', '=', 'sign_in')
      .where('person_id', '=', line.actor_id)
      .where('at', '<=', line.at)
      .executeTakeFirstOrThrow();
    expect(came.address).not.toBe('');
  });
});
