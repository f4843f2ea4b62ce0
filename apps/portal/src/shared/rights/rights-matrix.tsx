import { Checkbox, VisuallyHidden } from '@mantine/core';
import { Icon } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { type AnyRight, rightRows, rightWords } from './right-words';
import classes from './rights-matrix.module.css';

/** How one right stands. */
export interface RightState {
  readonly held: boolean;
  /** where it comes from, or why it cannot be changed here */
  readonly note?: string | undefined;
  /** cannot be changed here; the note says why */
  readonly locked?: boolean;
}

/**
 * Rights as people read them: a row for each thing, what may be seen of it and what may be done with it. With
 * `onToggle` every right that can be changed is a box to tick.
 */
export function RightsMatrix(props: {
  readonly label: string;
  /** rights that can be held at all */
  readonly rights: readonly string[];
  readonly stateOf: (right: AnyRight) => RightState;
  readonly onToggle?: (right: AnyRight, held: boolean) => void;
}) {
  const { t } = useTranslation();
  const { stateOf, onToggle } = props;
  const cell = (rights: readonly AnyRight[], column: 'see' | 'act') => (
    <td role="cell" data-header={t(`rights.${column}`)} data-nothing={rights.length === 0 || undefined}>
      {rights.length > 0 && (
        <ul className={classes.rights}>
          {rights.map((right) => (
            <li key={right}>
              <RightLine right={right} state={stateOf(right)} onToggle={onToggle} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
  return (
    // roles are spelt out because cards take the table's display away, and with it its meaning
    <table className={classes.matrix} role="table" aria-label={props.label}>
      <thead role="rowgroup">
        <tr role="row">
          {(['about', 'see', 'act'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`rights.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rightRows(props.rights).map(({ thing, see, act }) => (
          <tr key={thing} role="row">
            <th role="rowheader" scope="row">
              {t(`rights.thing.${thing}`)}
            </th>
            {cell(see, 'see')}
            {cell(act, 'act')}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RightLine({
  right,
  state: { held, note, locked = false },
  onToggle,
}: {
  readonly right: AnyRight;
  readonly state: RightState;
  readonly onToggle: ((right: AnyRight, held: boolean) => void) | undefined;
}) {
  const { t } = useTranslation();
  const words = rightWords(right, t);
  if (onToggle && !locked)
    return (
      <Checkbox
        size="sm"
        label={words}
        description={note}
        checked={held}
        onChange={(event) => onToggle(right, event.currentTarget.checked)}
      />
    );
  return (
    <span className={classes.line} data-held={held || undefined} data-among={onToggle ? true : undefined}>
      <Icon name={held ? 'check' : 'unmonitored'} size={14} />
      <span>
        {words}
        {!held && <VisuallyHidden> ({t('rights.not')})</VisuallyHidden>}
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </span>
  );
}
