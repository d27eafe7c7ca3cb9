import { registrationTypes } from '#app/domain/forms/application-form.ts';
import { standings } from '#app/domain/forms/organization-form.ts';
import { registerScope } from '#app/operations/organizations/register-access.server.ts';
import type { DoorContext } from './context.ts';
import { notFound, signedIn } from './guarded.server.ts';
import { placeIn } from './page-place.server.ts';

/** What an address asks of the register of organizations, within what this viewer may see (404 where that is nothing, thrown). */
export async function askedRegister(door: DoorContext, request: Request) {
  const viewer = signedIn(door, request);
  const scope = await registerScope(door.house.store.read, viewer.actor);
  if (scope.centerIds.length + scope.organizationIds.length === 0) throw notFound();
  const place = placeIn(request);
  const filters = {
    q: place.filter('q'),
    standing: place.oneOf('standing', standings),
    type: place.oneOf('type', registrationTypes),
    community: place.filter('community'),
  };
  return { viewer, scope, place, filters };
}
