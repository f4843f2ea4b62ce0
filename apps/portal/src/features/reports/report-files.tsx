import { useApolloClient } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import {
  ExportReportDocument,
  type ReportFilePartsFragment,
  ReportFileDocument,
  ReportFilePartDocument,
  type ReportFormat,
  type VolumeReportInput,
} from '@platen/graphql-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { bytesOf, saveFile } from '../../shared/save-file';
import { useCommand } from '../../shared/use-command';

const formats = ['CSV', 'XLSX', 'PDF'] as const;
/** How often a long report is asked how far it is. */
const LOOK_MS = 1500;

/** The report as a file. A long one is written by a job, and told how far it is until it is there. */
export function ReportFiles({ input }: { readonly input: VolumeReportInput }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [state, setState] = useState<ReportFilePartsFragment['state']>();
  const { run, running, failure } = useCommand(ExportReportDocument, (data) => data.exportVolumeReport);

  const take = async (format: ReportFormat) => {
    setState(undefined);
    const ordered = await run({ input: { idempotencyKey: crypto.randomUUID(), report: input, format } });
    let file: ReportFilePartsFragment | null | undefined = ordered?.file;
    while (file && file.state !== 'READY' && file.state !== 'FAILED') {
      setState(file.state);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const id: string = file.id;
      const { data } = await client.query({
        query: ReportFileDocument,
        variables: { id },
        fetchPolicy: 'network-only',
      });
      file = data?.reportFile;
    }
    if (!file) return;
    setState(file.state);
    if (file.state === 'READY') await download(file);
  };

  const download = async ({ id, fileName, contentType, parts }: ReportFilePartsFragment) => {
    const read: Uint8Array<ArrayBuffer>[] = [];
    for (let index = 0; index < parts; index++) {
      const { data } = await client.query({
        query: ReportFilePartDocument,
        variables: { id, index },
        fetchPolicy: 'no-cache',
      });
      read.push(bytesOf(data?.reportFile?.part ?? ''));
    }
    saveFile(fileName, contentType, new Blob(read));
  };

  return (
    <Group gap={8} className="no-print">
      <CommandProblem failure={failure} />
      <span role="status">{state && t(`reports.file.${state}`)}</span>
      {formats.map((format) => (
        <Button
          key={format}
          size="compact-sm"
          variant="default"
          disabled={running}
          onClick={() => void take(format)}
        >
          {t(`reports.file.format.${format}`)}
        </Button>
      ))}
    </Group>
  );
}
