import { Button } from '@mantine/core';
import { type AuditFilterInput, ExportAuditDocument } from '@platen/graphql-client';
import { Done } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { saveFile } from '../../shared/save-file';
import { useCommand } from '../../shared/use-command';

/** Takes the entries of the list as a file: the button, and what is said after it was used. */
export function useExport(filter: AuditFilterInput) {
  const { t } = useTranslation();
  const [done, setDone] = useState<{ readonly rows: number; readonly cut: boolean }>();
  const { run, running, failure } = useCommand(ExportAuditDocument, ({ exportAudit }) => exportAudit);
  const take = async () => {
    setDone(undefined);
    const file = await run({ filter });
    if (!file) return;
    saveFile(`audit-log-${new Date().toISOString().slice(0, 10)}.csv`, 'text/csv', file.csv);
    setDone(file);
  };
  const button = (
    <Button variant="default" loading={running} onClick={() => void take()}>
      {t('audit.export')}
    </Button>
  );
  const outcome = (
    <>
      <CommandProblem failure={failure} />
      {done && (
        <Done>
          {t('audit.exported', { count: done.rows })} {done.cut && t('audit.cut')}
        </Done>
      )}
    </>
  );
  return { button, outcome };
}
