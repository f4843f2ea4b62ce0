import { Button, FileButton, TextInput } from '@mantine/core';
import { Note } from '@platen/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** No list of readings is longer; what is not text is longer as a rule. */
const MAX_BYTES = 512 * 1024;

const dayOf = (at: Date) =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** When the counters were read, and a file in place of typing. Today means now; another day means its noon. */
export function ReadOn({
  value,
  onChange,
  onFile,
}: {
  /** null: now */
  readonly value: Date | null;
  readonly onChange: (at: Date | null) => void;
  readonly onFile: (text: string) => void;
}) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const today = dayOf(new Date());
  const choose = (day: string) => onChange(day === '' || day === today ? null : new Date(`${day}T12:00:00`));
  const read = async (file: File | null) => {
    if (!file) return;
    // chosen again after a change on disk, the same file is read again
    reset.current?.();
    setTooLarge(file.size > MAX_BYTES);
    if (file.size <= MAX_BYTES) onFile(await file.text());
  };
  return (
    <>
      <TextInput
        type="date"
        label={t('readings.readOn')}
        maw={200}
        max={today}
        value={value ? dayOf(value) : today}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Note>{t('readings.howTo')}</Note>
      <div>
        <FileButton
          resetRef={reset}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(file) => void read(file)}
          inputProps={{ 'aria-label': t('readings.file') }}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {t('readings.file')}
            </Button>
          )}
        </FileButton>
        {tooLarge && <p role="alert">{t('readings.fileTooLarge')}</p>}
      </div>
    </>
  );
}
