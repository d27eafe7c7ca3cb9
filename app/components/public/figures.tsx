import { StackedBar } from '../charts/stacked-bar.tsx';
import { Card } from '../ui/card.tsx';
import { useTranslate } from '../ui/locale.tsx';

/** How the center stands, from its counters. */
export interface FigureWords {
  /** Applications under way. */
  readonly applying: number;
  readonly incubating: number;
  readonly graduated: number;
  readonly left: number;
  readonly onNotice: number;
}

/** The center in four figures and one bar. */
export function Figures({ figures }: { readonly figures: FigureWords }) {
  const t = useTranslate();
  const items = [
    { label: t('public.figures.incubating'), value: figures.incubating },
    { label: t('public.figures.graduated'), value: figures.graduated },
    { label: t('public.figures.applying'), value: figures.applying },
    { label: t('public.figures.onNotice'), value: figures.onNotice },
  ];
  const taken = figures.incubating + figures.graduated + figures.left;
  return (
    <Card title={t('public.figures')} id="figures">
      <dl className="figures">
        {items.map((item) => (
          <div key={item.label}>
            <dd>{t.format.number(item.value)}</dd>
            <dt>{item.label}</dt>
          </div>
        ))}
      </dl>
      {taken > 0 && (
        <StackedBar
          id="figures-chart"
          title={t('public.figures.chart')}
          description={t('public.figures.chart.description', {
            incubating: figures.incubating,
            graduated: figures.graduated,
            left: figures.left,
          })}
          parts={[
            { label: t('public.figures.incubating'), value: figures.incubating, paint: '2' },
            { label: t('public.figures.graduated'), value: figures.graduated, paint: '1' },
            { label: t('public.figures.left'), value: figures.left, paint: '5' },
          ]}
        />
      )}
    </Card>
  );
}
