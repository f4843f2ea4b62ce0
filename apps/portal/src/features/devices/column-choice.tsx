import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import type { Column } from '@platen/ui';
import { useTranslation } from 'react-i18next';

/** The columns that the URL does not leave out; the first one, which names the row, always stays. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  hide: string | undefined,
): readonly Column<Row>[] {
  const hidden = (hide ?? '').split('.');
  return columns.filter(({ id }, index) => index === 0 || !hidden.includes(id));
}

/** Chooses which columns the list has. */
export function ColumnChoice<Row>({
  columns,
  hide,
  onChange,
}: {
  readonly columns: readonly Column<Row>[];
  readonly hide: string | undefined;
  readonly onChange: (hide: string) => void;
}) {
  const { t } = useTranslation();
  const shown = shownColumns(columns, hide).map(({ id }) => id);
  const toggle = (id: string) => {
    const next = shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
    onChange(
      columns
        .map((column) => column.id)
        .filter((other) => !next.includes(other))
        .join('.'),
    );
  };
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{t('devices.columns.choose')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" role="group" aria-label={t('devices.columns.choose')}>
          {columns.slice(1).map(({ id, header }) => (
            <Checkbox key={id} label={header} checked={shown.includes(id)} onChange={() => toggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
