import type { CSSProperties } from 'react';
import classes from './supply-bar.module.css';
import type { LevelView, SupplyView } from './supply';

/** The vessel itself: height for a percentage, a pattern for everything that is not a number. */
export function Vessel({
  supply,
  small = false,
}: {
  readonly supply: Pick<SupplyView, 'color' | 'level' | 'stale' | 'reorderPercent'>;
  readonly small?: boolean;
}) {
  const { level, reorderPercent } = supply;
  return (
    <span
      className={small ? classes.smallVessel : classes.vessel}
      data-state={level.state}
      data-color={supply.color}
      data-stale={supply.stale || undefined}
      style={sizes(level, reorderPercent)}
      aria-hidden="true"
    >
      <span className={classes.fill} />
      {!small && reorderPercent !== undefined && <span className={classes.reorder} />}
    </span>
  );
}

function sizes(level: LevelView, reorderPercent: number | undefined): CSSProperties {
  // a device may say 104 %; the drawing stays inside its outline
  const percent = level.state === 'percent' ? Math.min(100, Math.max(0, level.percent)) : 0;
  return { '--level': `${percent}%`, '--reorder': `${reorderPercent ?? 0}%` } as CSSProperties;
}

/** One supply: bar, level, name, and the range of days that is left. */
export function SupplyBar({
  supply,
  reorderLabel,
}: {
  readonly supply: SupplyView;
  readonly reorderLabel?: string;
}) {
  return (
    <div className={classes.supply}>
      <span className={classes.stand}>
        <Vessel supply={supply} />
        {reorderLabel && supply.reorderPercent !== undefined && (
          <span
            className={classes.reorderLabel}
            style={sizes(supply.level, supply.reorderPercent)}
            // explains the tick, which is drawn only; read out alone it would mean nothing
            aria-hidden="true"
          >
            {reorderLabel}
          </span>
        )}
      </span>
      <span className={classes.level}>{supply.levelWords}</span>
      <span className={classes.name}>{supply.name}</span>
      <span className={classes.outlook}>{supply.outlook}</span>
    </div>
  );
}

/** All supplies of a machine side by side; the word beside the last reorder tick explains all of them. */
export function SupplyBars({
  supplies,
  label,
  reorderLabel,
}: {
  readonly supplies: readonly SupplyView[];
  readonly label: string;
  readonly reorderLabel: string;
}) {
  const explained = supplies.findLast(({ reorderPercent }) => reorderPercent !== undefined)?.key;
  return (
    <ul className={classes.bars} aria-label={label}>
      {supplies.map((supply) => (
        <li key={supply.key}>
          {supply.key === explained ? (
            <SupplyBar supply={supply} reorderLabel={reorderLabel} />
          ) : (
            <SupplyBar supply={supply} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same drawing for a line of a list; its words are read out as one. */
export function SupplyDots({ supplies }: { readonly supplies: readonly SupplyView[] }) {
  const words = supplies.map(({ name, levelWords }) => `${name} ${levelWords}`).join(', ');
  return (
    <span className={classes.dots} role="img" aria-label={words} title={words}>
      {supplies.map((supply) => (
        <Vessel key={supply.key} supply={supply} small />
      ))}
    </span>
  );
}
