import type { CountedDoor } from '#app/domain/people/request-rates.ts';
import { createRequestLimits } from '#app/operations/guard/request-limits.server.ts';
import { noteAtTheDoor, type Seen } from '#app/operations/guard/watch-doors.server.ts';
import type { House } from '#app/operations/house.ts';
import type { Configuration } from '#app/outside/configuration.server.ts';
import { unlessOut } from '#db/outages.server.ts';
import type { DoorContext } from './context.ts';
import type { FrontOptions } from './front.server.ts';
import { frontRefusal } from './front-refusal.server.ts';
import { sessionCookieOf } from './session-cookie.server.ts';
import type { RouteHandle, Visit } from './visit.ts';

/** Which count a request goes on: what the route says of itself, else by whether something is sent. */
export function doorOf(method: Visit['method'], handle: RouteHandle): CountedDoor {
  if (method === 'GET') return handle.costly === 'export' ? 'export' : 'page';
  if (handle.costly === 'mail' || handle.costly === 'objection') return handle.costly;
  return handle.uploads ? 'upload' : 'form';
}

/** The pages by which the installation is kept; a setting names the networks that they open from. */
const isAdministration = (route: string): boolean => route.startsWith('routes/admin/');

/** What the front asks about those who come: whether they come too often, and what is worth a line in the security log. */
export function guardOf(
  house: House,
  configuration: Pick<Configuration, 'publicUrl' | 'rateLimits' | 'adminNetworks'>,
): Required<Pick<FrontOptions, 'admit' | 'watch'>> & { readonly forget: () => Promise<void> } {
  const limits = createRequestLimits(house);
  const cookie = sessionCookieOf(configuration);
  // where it cannot be noted, whoever was refused is refused all the same
  const noteRefused = (seen: Seen) => unlessOut(() => noteAtTheDoor(house, seen));
  return {
    forget: limits.forget,
    admit: async ({ method, address, cookie: header }, { id, handle }) => {
      if (isAdministration(id) && configuration.adminNetworks?.includes(address) === false) {
        await noteRefused({
          kind: 'network_refused',
          address,
          personId: null,
          detail: { route: id },
        });
        return frontRefusal('network');
      }
      if (!configuration.rateLimits) return undefined;
      const door = doorOf(method, handle);
      const seconds = await limits.wait({ door, address, session: cookie.read(header) ?? null });
      if (seconds === null) return undefined;
      await noteRefused({
        kind: 'too_many_requests',
        address,
        personId: null,
        detail: { door, route: id },
      });
      return frontRefusal('tooMany', {
        retryAfter: seconds,
        params: { minutes: Math.ceil(seconds / 60) },
      });
    },
    watch: async (seen) => {
      if (seen.what === 'origin') {
        const detail = {};
        await noteAtTheDoor(house, { kind: 'origin_refused', address: seen.address, personId: null, detail });
        return;
      }
      const person = (seen.context as Partial<DoorContext>).viewer?.person;
      if (!person) return;
      const id = /\/([0-9A-HJKMNP-TV-Z]{26})(\/|$)/.exec(seen.path)?.[1];
      await noteAtTheDoor(house, {
        kind: 'unseen_asked',
        address: seen.address,
        personId: person.id,
        detail: { route: seen.route, ...(id ? { id } : {}) },
      });
    },
  };
}
