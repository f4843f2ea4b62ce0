import { Button } from '@mantine/core';
import { ExportMyDataDocument } from '@platen/graphql-client';
import { Done } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { saveFile } from '../../shared/save-file';
import { useCommand } from '../../shared/use-command';

/** C41: everything that is stored of the person, as a file. */
export function ExportData() {
  const { t } = useTranslation();
  const command = useCommand(ExportMyDataDocument, (data) => data.exportMyData);
  const [done, setDone] = useState(false);
  const fetchFile = async () => {
    setDone(false);
    const success = await command.run({});
    if (!success) return;
    saveFile(`${t('privacy.export.file')}.json`, 'application/json', success.content);
    setDone(true);
  };
  return (
    <>
      <CommandProblem failure={command.failure} />
      <p>{t('privacy.export.text')}</p>
      {done && <Done>{t('privacy.export.done')}</Done>}
      <div>
        <Button variant="default" loading={command.running} onClick={() => void fetchFile()}>
          {t('privacy.export.button')}
        </Button>
      </div>
    </>
  );
}
