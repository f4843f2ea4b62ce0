import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  DeviceExportDocument,
  type DeviceExportQuery,
  type DeviceFilter,
  type Problem,
  problemOf,
} from '@platen/graphql-client';
import { Done, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { saveFile } from '../../shared/save-file';

type DeviceExport = NonNullable<DeviceExportQuery['deviceExport']>;

/** Takes the machines of the list as a file, part by part: the button, and how far it is. */
export function useDeviceExport(filter: DeviceFilter) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useApolloClient();
  const [rows, setRows] = useState<number>();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const partBehind = async (after: string | null) => {
    const variables = { filter, after };
    const { data } = await client.query({ query: DeviceExportDocument, variables, fetchPolicy: 'no-cache' });
    if (!data?.deviceExport) throw new Error('the gateway answered without a part of the file');
    return data.deviceExport;
  };
  const collect = async () => {
    const parts: string[] = [];
    let count = 0;
    let after: string | null = null;
    do {
      const part: DeviceExport = await partBehind(after);
      parts.push(part.csv);
      count += part.rows;
      after = part.next ?? null;
      setRows(count);
    } while (after !== null);
    return parts.join('');
  };
  const take = async () => {
    setRunning(true);
    setProblem(undefined);
    setRows(0);
    try {
      saveFile(`machines-${new Date().toISOString().slice(0, 10)}.csv`, 'text/csv', await collect());
    } catch (error) {
      setRows(undefined);
      setProblem(problemOf(error));
    } finally {
      setRunning(false);
    }
  };
  const button = (
    <Button variant="default" loading={running} onClick={() => void take()}>
      {t('devices.export.take')}
    </Button>
  );
  const outcome = (
    <>
      <CommandProblem failure={problem && { kind: 'problem', problem }} />
      {rows !== undefined && (
        <Done>
          {running
            ? t('devices.export.running', { rows: format.number(rows) })
            : t('devices.export.done', { count: rows })}
        </Done>
      )}
    </>
  );
  return { button, outcome };
}
