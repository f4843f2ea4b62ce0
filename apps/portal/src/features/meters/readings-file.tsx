import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** No list of readings is longer; what is not text is longer as a rule. */
const MAX_BYTES = 512 * 1024;

/** A file in place of typing. */
export function ReadingsFile({ onFile }: { readonly onFile: (text: string) => void }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const read = async (file: File | null) => {
    if (!file) return;
    // chosen again after a change on disk, the same file is read again
    reset.current?.();
    setTooLarge(file.size > MAX_BYTES);
    if (file.size <= MAX_BYTES) onFile(await file.text());
  };
  return (
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
  );
}
