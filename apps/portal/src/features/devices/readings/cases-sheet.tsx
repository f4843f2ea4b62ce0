import type { MeterCaseFactsFragment } from '@platen/graphql-client';
import { Age, type Column, DataTable, Sheet, SheetBody, UiLink, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../shared/paths';
import { CaseDecision } from '../../../shared/readings/case-decision';
import { caseWords } from '../../../shared/readings/case-words';
import { useRight } from '../../../shared/viewer';

/** Odd values of this machine that wait for the provider; his people decide them here. */
export function CasesSheet({
  deviceId,
  cases,
  decided,
  onDecided,
}: {
  readonly deviceId: string;
  readonly cases: readonly MeterCaseFactsFragment[];
  /** id of the one that is being decided */
  readonly decided: string | undefined;
  readonly onDecided: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useRight('meter:manage');
  const columns = useMemo(
    (): Column<MeterCaseFactsFragment>[] => [
      {
        id: 'happened',
        header: t('meterCases.column.happened'),
        phone: 'title',
        cell: (found) => caseWords(found, t, format),
      },
      {
        id: 'state',
        header: t('meters.cases.state'),
        phone: 'left',
        cell: () => t(may ? 'meters.cases.waitsForYou' : 'meters.cases.waits'),
      },
      {
        id: 'age',
        header: t('meterCases.column.age'),
        phone: 'right',
        cell: ({ openedAt }) => <Age at={openedAt} />,
      },
    ],
    [t, format, may],
  );
  const opened = may ? cases.find(({ id }) => id === decided) : undefined;
  const here = paths.device(deviceId, { tab: 'meters' });
  return (
    <>
      <Sheet title={t('meters.cases.title')} flush>
        <DataTable
          caption={t('meters.cases.title')}
          columns={columns}
          rows={cases}
          rowKey={({ id }) => id}
          rowHref={({ id }) => (may ? paths.device(deviceId, { tab: 'meters', case: id }) : undefined)}
        />
      </Sheet>
      {opened && (
        <Sheet title={t('meterCases.decide')} aside={<UiLink href={here}>{t('meterCases.close')}</UiLink>}>
          <SheetBody ruled>
            <p>{caseWords(opened, t, format)}</p>
            <CaseDecision key={opened.id} caseId={opened.id} onDecided={onDecided} />
          </SheetBody>
        </Sheet>
      )}
    </>
  );
}
