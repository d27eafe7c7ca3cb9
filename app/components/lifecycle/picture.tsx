import type { LifecyclePictureView } from '#app/domain/lifecycles/view.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Fold } from '../ui/fold.tsx';
import { useTranslate } from '../ui/locale.tsx';
import { eventWords, stateWords } from './words.ts';

const width = 132;
const height = 40;
const gapX = 28;
const gapY = 36;

/**
 * The picture of a lifecycle, drawn from its machine: the main road on top, what stands beside it below the station
 * it belongs to, ends at the right. The same as a table behind it.
 */
export function LifecyclePicture({ view }: { readonly view: LifecyclePictureView }) {
  const t = useTranslate();
  const title = t('lifecycle.picture.title', { what: t.maybe(`${view.lifecycle}.title`) ?? view.lifecycle });
  const at = (column: number, row: number) => ({
    x: column * (width + gapX) + 4,
    y: row * (height + gapY) + 4,
  });
  const placed = new Map(view.nodes.map((n) => [n.state, at(n.column, n.row)]));
  const columns = Math.max(...view.nodes.map((n) => n.column)) + 1;
  const rows = Math.max(...view.nodes.map((n) => n.row)) + 1;
  const w = columns * (width + gapX) + 8;
  const h = rows * (height + gapY) + 8;
  return (
    <Fold summary={title}>
      <div className="picture-scroll">
        <svg
          className="picture"
          viewBox={`0 0 ${w} ${h}`}
          width={w}
          height={h}
          role="img"
          aria-labelledby="picture-title"
        >
          <title id="picture-title">
            {t('lifecycle.picture.description', { state: stateWords(t, view.lifecycle, view.state) })}
          </title>
          <defs>
            <marker
              id="picture-tip"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8z" className="picture-tip" />
            </marker>
          </defs>
          {view.edges.map((e) => {
            const a = placed.get(e.from);
            const b = placed.get(e.to);
            if (!a || !b) return null;
            return (
              <path
                key={`${e.from}-${e.to}`}
                className="picture-edge"
                d={curve(a, b)}
                markerEnd="url(#picture-tip)"
              />
            );
          })}
          {view.nodes.map((n) => {
            const p = placed.get(n.state) ?? { x: 0, y: 0 };
            return (
              <g
                key={n.state}
                className={`picture-node tone-${n.tone}${n.state === view.state ? ' picture-now' : ''}${n.seen ? ' picture-seen' : ''}`}
              >
                <rect x={p.x} y={p.y} width={width} height={height} rx={n.final ? 20 : 8} />
                <text x={p.x + width / 2} y={p.y + height / 2} textAnchor="middle" dominantBaseline="central">
                  {stateWords(t, view.lifecycle, n.state)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <DataTable
        caption={t('lifecycle.picture.table')}
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
                : eventWords(t, view.lifecycle, way.event),
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
    </Fold>
  );
}

type Point = { readonly x: number; readonly y: number };

function curve(a: Point, b: Point): string {
  const from = {
    x: a.x + (b.x > a.x ? width : b.x < a.x ? 0 : width / 2),
    y: a.y + (b.x === a.x ? (b.y > a.y ? height : 0) : height / 2),
  };
  const to = {
    x: b.x + (b.x > a.x ? 0 : b.x < a.x ? width : width / 2),
    y: b.y + (b.x === a.x ? (b.y > a.y ? 0 : height) : height / 2),
  };
  const lift = a.y === b.y && Math.abs(a.x - b.x) > width + gapX ? 30 : 0;
  const midX = (from.x + to.x) / 2;
  return b.x === a.x
    ? `M${from.x} ${from.y}L${to.x} ${to.y}`
    : `M${from.x} ${from.y}C${midX} ${from.y + lift} ${midX} ${to.y + lift} ${to.x} ${to.y}`;
}
