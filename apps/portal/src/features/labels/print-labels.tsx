import { Button } from '@mantine/core';
import { type LocationFactsFragment, PrintLabelsDocument } from '@platen/graphql-client';
import { Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { bytesOf, saveFile } from '../../shared/save-file';
import { useCommand } from '../../shared/use-command';

/** Labels for all machines of a location, as files to print. */
export function PrintLabels({ location }: { readonly location: LocationFactsFragment }) {
  const { t } = useTranslation();
  const [printed, setPrinted] = useState(0);
  const { run, running, failure } = useCommand(PrintLabelsDocument, (data) => data.printLabels);
  const print = async () => {
    let labels = 0;
    let after: string | null = null;
    for (let file = 1; file === 1 || after !== null; file++) {
      const part: Awaited<ReturnType<typeof run>> = await run({ siteId: location.id, after });
      if (!part) return;
      saveFile(
        t('labels.print.file', { location: location.name, file }),
        'application/pdf',
        new Blob([bytesOf(part.pdf)]),
      );
      labels += part.labels;
      after = part.next ?? null;
    }
    setPrinted(labels);
  };
  return (
    <Sheet title={t('labels.print.title')}>
      <SheetBody>
        <CommandProblem failure={failure} />
        <p>{t('labels.print.text')}</p>
        <div>
          <Button variant="default" loading={running} onClick={() => void print()}>
            {t('labels.print.button')}
          </Button>
        </div>
        <p role="status">{printed > 0 && t('labels.print.done', { count: printed })}</p>
      </SheetBody>
    </Sheet>
  );
}
