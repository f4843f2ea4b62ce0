import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import {
  DeleteSavedReportDocument,
  SaveReportDocument,
  type SavedReportPartsFragment,
  SavedReportsDocument,
  ScheduleReportDocument,
  UnscheduleReportDocument,
} from '@platen/graphql-client';
import { Columns, Empty, Form, FormActions, Sheet, SheetBody, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import { useRight, useViewer } from '../../shared/viewer';
import { ReportReaders } from './report-readers';
import { type ReportSearch, reportAddress, reportInput, toIds } from './report-search';

/** Days of the month offered for the mail: early enough for the figures, late enough for late readings. */
const days = [1, 3, 5, 10, 15] as const;

/** Reports that are kept: open one, have it sent, give it up; and keep the one in view. */
export function SavedReports({ search }: { readonly search: ReportSearch }) {
  const { t } = useTranslation();
  const { data, refetch } = useQuery(SavedReportsDocument);
  const reports = data?.savedReports ?? [];
  const changed = () => void refetch();
  return (
    <Columns>
      <Sheet title={t('reports.saved.title')}>
        {reports.length === 0 ? (
          <Empty title={t('reports.saved.empty.title')}>{t('reports.saved.empty.text')}</Empty>
        ) : (
          <SheetBody>
            {reports.map((report) => (
              <SavedReport key={report.id} report={report} onChange={changed} />
            ))}
          </SheetBody>
        )}
      </Sheet>
      <SaveReport search={search} onSaved={changed} />
    </Columns>
  );
}

function SavedReport({
  report,
  onChange,
}: {
  readonly report: SavedReportPartsFragment;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const managesPeople = useRight('user:manage');
  const schedule = useCommand(ScheduleReportDocument, (data) => data.scheduleReport);
  const unschedule = useCommand(UnscheduleReportDocument, (data) => data.unscheduleReport);
  const remove = useCommand(DeleteSavedReportDocument, (data) => data.deleteSavedReport);
  const { id, name, of, ids, by, months } = report;
  const href = reportAddress({
    of: of === 'ALL' ? undefined : of,
    id: toIds(ids),
    by,
    months: String(months),
  });
  const others = report.schedule?.readers?.flatMap((reader) => (reader ? [reader.id] : [])) ?? [];
  const send = async (day: number, readerIds: string[]) => {
    if (await schedule.run({ input: { reportId: id, day, readerIds } })) onChange();
  };
  const choose = async (day: string) => {
    if (day !== '') return send(Number(day), others.length > 0 ? others : user ? [user.id] : []);
    if (await unschedule.run({ input: { reportId: id } })) onChange();
  };
  return (
    <div>
      <p>
        <UiLink href={href}>{name}</UiLink> {report.shared && t('reports.saved.isShared')}
      </p>
      <CommandProblem failure={schedule.failure ?? unschedule.failure ?? remove.failure} />
      {report.viewerCanChange && (
        <FormActions>
          <NativeSelect
            aria-label={t('reports.saved.mail', { name })}
            value={String(report.schedule?.day ?? '')}
            onChange={({ currentTarget }) => void choose(currentTarget.value)}
            data={[
              { value: '', label: t('reports.saved.noMail') },
              ...days.map((day) => ({ value: String(day), label: t('reports.saved.mailOn', { day }) })),
            ]}
          />
          {report.schedule && managesPeople && (
            <ReportReaders
              name={name}
              readerIds={others}
              onChange={(readerIds) => void send(report.schedule?.day ?? 1, readerIds)}
            />
          )}
          <Button
            variant="default"
            aria-label={t('reports.saved.deleteOne', { name })}
            onClick={() => void remove.run({ input: { reportId: id } }).then((done) => done && onChange())}
          >
            {t('reports.saved.delete')}
          </Button>
        </FormActions>
      )}
    </div>
  );
}

function SaveReport({ search, onSaved }: { readonly search: ReportSearch; readonly onSaved: () => void }) {
  const { t } = useTranslation();
  const { customer } = useViewer();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const { run, running, failure } = useCommand(SaveReportDocument, (data) => data.saveReport);
  if (!customer) return null;
  const save = async () => {
    const { of, ids, by } = reportInput(search);
    const months = Number(search.months ?? 12);
    const input = {
      idempotencyKey: crypto.randomUUID(),
      name,
      of,
      ids: ids ?? [],
      by: by ?? 'DEVICE',
      months,
      shared,
    };
    if (!(await run({ input }))) return;
    setName('');
    onSaved();
  };
  return (
    <Sheet title={t('reports.save.title')}>
      <SheetBody>
        <Form label={t('reports.save.title')} onSubmit={() => void save()}>
          <CommandProblem failure={failure} />
          <TextInput
            id="name"
            label={t('reports.save.name')}
            description={t('reports.save.hint')}
            maxLength={80}
            value={name}
            error={errorAt(failure, 'name')}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Checkbox
            label={t('reports.save.shared')}
            checked={shared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
          <FormActions>
            <Button type="submit" loading={running}>
              {t('reports.save.do')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
