import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** No list of 250 people is longer; what is not text is longer as a rule. */
const MAX_BYTES = 256 * 1024;

/** A file from the reader's computer in place of a pasted list; its text appears in the field above. */
export function ListFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const { t } = useTranslation();
  const reset = useRef<() => void>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const read = async (file: File | null) => {
    if (!file) return;
    // chosen again after a change on disk, the same file is read again
    reset.current?.();
    setTooLarge(file.size > MAX_BYTES);
    if (file.size <= MAX_BYTES) onRead(await file.text());
  };
  return (
    <div>
      <FileButton
        resetRef={reset}
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(file) => void read(file)}
        inputProps={{ 'aria-label': t('joining.list.file') }}
      >
        {(props) => (
          <Button variant="default" {...props}>
            {t('joining.list.file')}
          </Button>
        )}
      </FileButton>
      {tooLarge && <p role="alert">{t('joining.list.fileTooLarge')}</p>}
    </div>
  );
}
