import { lifecycleNamed } from '#app/domain/lifecycles/catalogue.ts';
import { pictureOf } from '#app/domain/lifecycles/picture.ts';
import type { LifecyclePictureView, RecordView } from '#app/domain/lifecycles/view.ts';
import { DataTable } from '../ui/data-table.tsx';
import { DrawnOnce } from '../ui/drawn-once.tsx';
import { Fold } from '../ui/fold.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { eventWords, stateWords } from './words.ts';

type Node = LifecyclePictureView['nodes'][number];

/**
 * The picture of a lifecycle, drawn from its machine: the main road from left to right, what stands beside it under
 * its station, what lies off it below. Ways that no arrow shows stand as words in the box they lead from, so that no
 * line crosses a word. Every way is in the table behind it.
 */
export function LifecyclePicture({ view }: { readonly view: RecordView }) {
  const t = useTranslate();
  const { lifecycle, state } = view;
  const seen = new Set(view.history.map((entry) => entry.to));
  return (
    <Fold summary={t('lifecycle.picture.title', { what: t.maybe(`${lifecycle}.title`) ?? lifecycle })}>
      {/* a third of a record's page, and the same for all that came the same way */}
      <DrawnOnce as="div" by={`picture ${lifecycle} ${state} ${[...seen].sort().join()}`}>
        {() => <Drawing view={pictureOf(lifecycleNamed(lifecycle), state, seen)} />}
      </DrawnOnce>
    </Fold>
  );
}

function Drawing({ view }: { readonly view: LifecyclePictureView }) {
  const t = useTranslate();
  const road = view.nodes.filter((n) => n.place === 'road').sort((a, b) => a.column - b.column);
  const off = view.nodes.filter((n) => n.place === 'off');
  return (
    <>
      <ol className="life-map">
        {road.map((station) => {
          const beside = view.nodes.filter((n) => n.place === 'beside' && n.column === station.column);
          return (
            <li key={station.state}>
              <Box view={view} node={station} />
              {beside.length > 0 && (
                <ul>
                  {beside.map((node) => (
                    <li key={node.state}>
                      <Box view={view} node={node} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
      {off.length > 0 && (
        <>
          <p className="soft small">{t('content.picture.off')}</p>
          <ul className="life-off">
            {off.map((node) => (
              <li key={node.state}>
                <Box view={view} node={node} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Fold summary={t('lifecycle.picture.table')}>
        <Ways view={view} />
      </Fold>
    </>
  );
}

function Box({ view, node }: { readonly view: LifecyclePictureView; readonly node: Node }) {
  const t = useTranslate();
  const now = node.state === view.state;
  const others = wordedWays(view, node).map((state) => stateWords(t, view.lifecycle, state));
  const look = [
    'life-box',
    now ? 'life-now' : node.seen ? 'life-seen' : '',
    node.final ? 'life-final' : '',
  ].join(' ');
  return (
    <div className={look} aria-current={now ? 'step' : undefined}>
      <b>{stateWords(t, view.lifecycle, node.state)}</b>
      {others.length > 0 && <small>{t('content.picture.to', { states: t.format.list(others) })}</small>}
    </div>
  );
}

/** Where a state leads, beside what the drawing shows: the next station, and to and fro between a station and its side. */
function wordedWays(view: LifecyclePictureView, from: Node): readonly string[] {
  return view.edges
    .filter((edge) => edge.from === from.state)
    .map((edge) => view.nodes.find((n) => n.state === edge.to))
    .filter((to): to is Node => to !== undefined && !isDrawn(from, to))
    .map((to) => to.state);
}

function isDrawn(from: Node, to: Node): boolean {
  if (from.place === 'road' && to.place === 'road') return to.column === from.column + 1;
  return from.place !== 'off' && from.place !== to.place && from.column === to.column;
}

function Ways({ view }: { readonly view: LifecyclePictureView }) {
  const t = useTranslate();
  return (
    <DataTable
      caption={t('lifecycle.picture.table')}
      captionHidden
      rows={view.ways}
      rowKey={(way) => `${way.from}/${way.event}/${way.to}`}
      columns={[
        {
          key: 'from',
          head: t('lifecycle.picture.from'),
          main: true,
          cell: (way) => stateWords(t, view.lifecycle, way.from),
        },
        {
          key: 'event',
          head: t('lifecycle.picture.event'),
          cell: (way) =>
            way.timer
              ? (t.maybe(`${view.lifecycle}.timer.${way.event}`) ?? way.event)
              : (t.maybe(`${view.lifecycle}.systemEvent.${way.event}.done`) ??
                eventWords(t, view.lifecycle, way.event)),
        },
        {
          key: 'by',
          head: t('lifecycle.picture.by'),
          cell: (way) => t.format.list(way.roles.map((r) => t.maybe(`role.${r}`) ?? r)),
        },
        {
          key: 'to',
          head: t('lifecycle.picture.to'),
          cell: (way) => stateWords(t, view.lifecycle, way.to),
        },
      ]}
    />
  );
}
