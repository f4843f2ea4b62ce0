import { Input } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** No list of 250 people is longer; what is not text is longer as a rule. */
const MAX_BYTES = 256 * 1024;

/** A file from the reader's computer in place of a pasted list; its text appears in the field above. */
export function ListFile({ onRead }: { readonly onRead: (text: string) => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const read = async (file: File | undefined) => {
    setProblem(undefined);
    if (!file) return;
    if (file.size > MAX_BYTES) setProblem(t('joining.list.fileTooLarge'));
    else onRead(await file.text());
  };
  return (
    <Input.Wrapper
      label={t('joining.list.file')}
      description={t('joining.list.fileHelp')}
      error={problem}
      labelProps={{ htmlFor: 'list-file' }}
    >
      <input
        id="list-file"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(event) => {
          const field = event.currentTarget;
          // chosen again after a change on disk, the same file is read again
          void read(field.files?.[0]).finally(() => (field.value = ''));
        }}
      />
    </Input.Wrapper>
  );
}
