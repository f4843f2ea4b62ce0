import type { VolumeLinePartsFragment } from '@platen/graphql-client';
import { useFormat } from '@platen/ui';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './volume-chart.module.css';

/**
 * Pages by month as bars, black-and-white in ink, colour in a second tone above it, each bar with its number. A month
 * without a reading is drawn as a gap with a word, the running month with an open end.
 */
export function VolumeChart({
  months,
  line,
  runningMonth,
  partly = [],
}: {
  readonly months: readonly string[];
  readonly line: Pick<VolumeLinePartsFragment, 'total' | 'mono' | 'color'>;
  readonly runningMonth: string | null;
  /** months in which some machines were not read */
  readonly partly?: readonly string[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const highest = Math.max(1, ...line.total.map((pages) => pages ?? 0));
  const withColor = line.color.some((pages) => (pages ?? 0) > 0);
  return (
    <figure className={classes.figure}>
      <ol className={classes.bars} data-many={months.length > 14 || undefined}>
        {months.map((month, at) => {
          const pages = line.total[at] ?? null;
          const color = Math.min(line.color[at] ?? 0, pages ?? 0);
          const running = month === runningMonth;
          return (
            <li key={month} className={classes.month}>
              <span className={classes.plot}>
                {pages === null ? (
                  <span className={classes.gap}>{t('volumes.gap')}</span>
                ) : (
                  <>
                    <span className={classes.value}>{format.number(pages)}</span>
                    <span
                      className={classes.bar}
                      style={barOf(pages / highest, pages === 0 ? 0 : color / pages)}
                      data-running={running || undefined}
                    />
                  </>
                )}
              </span>
              <span className={classes.name}>
                {format.month(month)}
                {running && <span className={classes.mark}>{t('volumes.running')}</span>}
                {!running && partly.includes(month) && (
                  <span className={classes.mark}>{t('volumes.partly')}</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {withColor && (
        <figcaption className={classes.key}>
          <span data-tone="mono">{t('volumes.mono')}</span>
          <span data-tone="color">{t('volumes.color')}</span>
        </figcaption>
      )}
    </figure>
  );
}

/** @param part  of the highest bar @param color  share of colour, both 0..1 */
function barOf(part: number, color: number): CSSProperties {
  return { '--part': part, '--color': color } as CSSProperties;
}
