import { type LifecycleName, lifecycleNames } from '#app/domain/lifecycles/lifecycle.ts';
import { paths } from '#app/paths.ts';
import { Stack } from '../layout/index.ts';
import { happenedWords, stateWords } from '../lifecycle/words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { HistoryLog } from '../ui/history-log.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { Pager } from '../ui/pager.tsx';
import { AdminPage, atCenter } from './admin-page.tsx';
import { LogTabs } from './log-tabs.tsx';
import { type Verification, VerifiedNotice } from './verified-notice.tsx';

export interface HistoryEntry {
  readonly seq: number;
  readonly lifecycle: LifecycleName;
  readonly recordId: string;
  readonly organization: string | null;
  readonly event: string;
  readonly from: string | null;
  readonly to: string;
  readonly who: string | null;
  readonly role: string;
  readonly at: string;
  readonly hash: string;
}

export interface HistoryPageProps {
  readonly center: { readonly id: string };
  readonly centers: readonly { readonly id: string; readonly name: string }[];
  readonly filter: {
    readonly lifecycle: string;
    readonly actor: string;
    readonly from: string;
    readonly until: string;
  };
  readonly entries: readonly HistoryEntry[];
  readonly next: string | null;
  /** Whether the reader may open the records themselves. */
  readonly links: boolean;
  readonly verified: Verification | null;
  /** Whether the security log is for this reader too. */
  readonly securityLog: boolean;
}

/** Everything that happened in a center, newest first, with its proof; for the auditor beside the security log. */
export function HistoryPage(props: HistoryPageProps) {
  const { center, centers, securityLog } = props;
  const t = useTranslate();
  return (
    <AdminPage
      title={t('admin.history.title')}
      lead={t('admin.history.about')}
      centers={{ part: 'history', id: center.id, all: centers }}
    >
      <Stack>
        {securityLog && <LogTabs current="cases" />}
        <Cases {...props} />
        <Pager next={props.next} />
      </Stack>
    </AdminPage>
  );
}

function Cases({ center, filter, entries, links, verified }: HistoryPageProps) {
  const t = useTranslate();
  const address = paths.admin('history');
  return (
    <>
      <Card
        title={t('admin.verify.title')}
        id="verify"
        aside={
          <form method="get" action={`${address}#verify`}>
            <input type="hidden" name="center" value={center.id} />
            <input type="hidden" name="verify" value="0" />
            <Button look="quiet">{t('admin.verify.start')}</Button>
          </form>
        }
      >
        <p className="prose soft">{t('admin.verify.lead')}</p>
        {verified && <VerifiedNotice verified={verified} base={atCenter(address, center.id)} />}
      </Card>
      <FilterBar
        action={address}
        keep={{ center: center.id }}
        filters={[
          {
            kind: 'select',
            name: 'lifecycle',
            label: t('admin.history.lifecycle'),
            value: filter.lifecycle,
            options: lifecycleNames.map((name) => ({ value: name, label: t.maybe(`${name}.title`) ?? name })),
          },
          { kind: 'search', name: 'actor', label: t('admin.history.actor'), value: filter.actor },
          { kind: 'date', name: 'from', label: t('admin.history.from'), value: filter.from },
          { kind: 'date', name: 'until', label: t('admin.history.until'), value: filter.until },
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState title={t('admin.history.empty')}>{t('admin.history.emptyLead')}</EmptyState>
      ) : (
        <Card>
          <HistoryLog
            entries={entries.map((entry) => ({
              id: String(entry.seq),
              at: entry.at,
              who: entry.who,
              what: <What entry={entry} links={links} />,
              proof: entry.hash,
            }))}
          />
        </Card>
      )}
    </>
  );
}

function What({ entry, links }: { readonly entry: HistoryEntry; readonly links: boolean }) {
  const t = useTranslate();
  const name = entry.organization ?? entry.recordId;
  return (
    <>
      {happenedWords(t, entry.lifecycle, entry.event)}
      {' · '}
      {links ? <a href={paths.record(entry.lifecycle, entry.recordId)}>{name}</a> : name}
      <span className="soft small">
        {' '}
        {[
          t.maybe(`role.${entry.role}`),
          t.maybe(`${entry.lifecycle}.title`),
          entry.from === entry.to ? null : stateWords(t, entry.lifecycle, entry.to),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
