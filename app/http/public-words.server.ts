import type { CallWords } from '#app/components/public/call-card.tsx';
import type { CenterWords } from '#app/components/public/center.tsx';
import type { FigureWords } from '#app/components/public/figures.tsx';
import type { NoticeLine } from '#app/components/public/notice-list.tsx';
import type { ListedOrganization } from '#app/components/public/organization-cards.tsx';
import { isFinal } from '#app/domain/lifecycles/attempt.ts';
import { lifecycles } from '#app/domain/lifecycles/catalogue.ts';
import type { DirectoryRow } from '#db/reads/directory.server.ts';
import type { PublicCall, PublicNotice } from '#db/reads/public.server.ts';

/** What leaves for a public page, field by field: a column that is added to a table does not become public by itself. */
export const callWords = (call: PublicCall): CallWords => ({
  id: call.id,
  title: call.title,
  summary: call.summary,
  opensAt: call.opens_at,
  closesAt: call.closes_at,
  quota: call.quota,
  program: call.program_name,
});

export const noticeLine = (notice: PublicNotice): NoticeLine => ({
  id: notice.id,
  lifecycle: notice.lifecycle,
  number: notice.number,
  organizationName: notice.organization_name,
  publishedAt: notice.published_at,
  endsAt: notice.ends_at,
  outcome: notice.outcome,
});

export const listedWords = (row: DirectoryRow): ListedOrganization => ({
  id: row.id,
  name: row.name,
  standing: row.standing,
  community: row.community,
  fields: JSON.parse(row.fields) as readonly string[],
  joinedOn: row.joined_on,
});

export const centerWords = (center: {
  readonly name: string;
  readonly name_en: string;
  readonly introduction: string;
  readonly introduction_en: string;
  readonly address: string;
  readonly phone: string;
}): CenterWords => ({
  name: center.name,
  nameEn: center.name_en,
  introduction: center.introduction,
  introductionEn: center.introduction_en,
  address: center.address,
  phone: center.phone,
});

type Counted = readonly { readonly lifecycle: string; readonly state: string; readonly n: number }[];

const noticed = ['public_notice', 'objection_open', 'result_notice', 'appealed'];
const leftStates = ['terminated', 'exited'];

/** The figures of the first page from the counters of each state. */
export function figuresFrom(counted: Counted): FigureWords {
  const sum = (choose: (lifecycle: string, state: string) => boolean) =>
    counted.filter((c) => choose(c.lifecycle, c.state)).reduce((total, c) => total + Number(c.n), 0);
  const runs = (name: 'application' | 'incubation', state: string) => {
    const lifecycle = lifecycles[name];
    return lifecycle !== undefined && !isFinal(lifecycle, state);
  };
  return {
    applying: sum((name, state) => name === 'application' && state !== 'draft' && runs(name, state)),
    incubating: sum((name, state) => name === 'incubation' && runs(name, state)),
    graduated: sum((name, state) => name === 'incubation' && state === 'graduated'),
    left: sum((name, state) => name === 'incubation' && leftStates.includes(state)),
    onNotice: sum((_name, state) => noticed.includes(state)),
  };
}
