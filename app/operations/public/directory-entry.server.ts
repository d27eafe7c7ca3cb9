import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import { directoryEntry, publicStages } from '#db/reads/directory.server.ts';
import type { House } from '../house.ts';

/** A stage of an organization's life that everyone may know of. */
export interface PublicStage {
  readonly stage: 'admitted' | 'incubating' | 'graduated' | 'left';
  /** ISO instant or date. */
  readonly at: string;
  readonly certificate: string | null;
}

/** An organization as everyone may see it: nothing of it belongs to a person. */
export interface EntryView {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly center: { readonly name: string; readonly nameEn: string };
  readonly registrationType: string;
  readonly uscc: string | null;
  readonly recordNo: string | null;
  readonly stage: string | null;
  readonly communityKind: string | null;
  readonly fields: readonly string[];
  readonly community: string | null;
  readonly foundedOn: string | null;
  readonly scope: string | null;
  readonly rating: string | null;
  readonly stages: readonly PublicStage[];
}

/** The public page of one listed organization, or undefined. */
export async function viewEntry(house: House, id: string): Promise<EntryView | undefined> {
  const db = house.store.read;
  const entry = await directoryEntry(db, id);
  if (entry === undefined) return undefined;
  return {
    id: entry.id,
    name: entry.name,
    standing: entry.standing,
    center: { name: entry.center_name, nameEn: entry.center_name_en },
    registrationType: entry.registration_type,
    uscc: entry.uscc,
    recordNo: entry.record_no,
    stage: entry.stage,
    communityKind: entry.community_kind,
    fields: JSON.parse(entry.fields) as readonly string[],
    community: entry.community,
    foundedOn: entry.founded_on,
    scope: entry.scope,
    rating: entry.rating,
    stages: stagesOf(await publicStages(db, id), entry.joined_on),
  };
}

type Known = Awaited<ReturnType<typeof publicStages>>;

/** The public stages in order of time. Who came in by import has no admission here, but the day it joined. */
function stagesOf(known: Known, joinedOn: string | null): readonly PublicStage[] {
  const plain = (stage: PublicStage['stage'], at: string): PublicStage => ({ stage, at, certificate: null });
  const stages = [
    ...known.admissions.map((a) => plain('admitted', a.state_since)),
    ...known.incubations.flatMap((i) => [
      plain('incubating', i.created_at),
      ...(isOver(i.state) && i.state !== 'graduated' ? [plain('left', i.state_since)] : []),
    ]),
    ...known.certificates
      .filter((c) => c.revoked_on === null)
      .map((c): PublicStage => ({ stage: 'graduated', at: c.issued_on, certificate: c.number })),
  ];
  if (stages.length === 0 && joinedOn !== null) return [plain('incubating', joinedOn)];
  return stages.sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

const isOver = (state: string): boolean =>
  lifecycles.incubation !== undefined && isFinal(lifecycles.incubation, state);
