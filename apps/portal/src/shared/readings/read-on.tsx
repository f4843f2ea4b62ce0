import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const dayOf = (at: Date) =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** When counters were read. Today means now; another day means its noon. */
export function ReadOn({
  value,
  onChange,
}: {
  /** null: now */
  readonly value: Date | null;
  readonly onChange: (at: Date | null) => void;
}) {
  const { t } = useTranslation();
  const today = dayOf(new Date());
  const choose = (day: string) => onChange(day === '' || day === today ? null : new Date(`${day}T12:00:00`));
  return (
    <TextInput
      type="date"
      label={t('readings.readOn')}
      maw={200}
      max={today}
      value={value ? dayOf(value) : today}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
