import { Button } from '@mantine/core';
import { HandInByMeterLinkDocument, type MeterLinkQuery } from '@platen/graphql-client';
import { Done, Form, FormActions, FormProblem, Note, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { useCommand } from '../../shared/use-command';
import { readNumber } from '../../shared/readings/read-number';
import { useMoreMachines } from './use-more-machines';
import { MachineCard, type Typed, keyOf } from './machine-card';

type Link = NonNullable<MeterLinkQuery['meterLink']>;

/** Every counter that has a value is sent; what is refused stays, with the reason at its field. */
export function EnterCounters({ token, link }: { readonly token: string; readonly link: Link }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const [doneIds, setDoneIds] = useState<ReadonlySet<string>>(new Set());
  const [accepted, setAccepted] = useState<number>();
  const [key, setKey] = useState(newKey);
  const command = useCommand(HandInByMeterLinkDocument, (data) => data.handInByMeterLink);
  const fetched = useMoreMachines(token, link);
  const machines = fetched.machines.map((machine) => ({
    ...machine,
    done: machine.done || doneIds.has(machine.deviceId),
  }));
  const entries = machines
    .filter(({ done }) => !done)
    .flatMap((machine) =>
      machine.meters.flatMap((meter) => {
        const entry = typed[keyOf(machine, meter)];
        const read = readNumber(entry?.value ?? '');
        return entry && read.kind === 'number' ? [{ machine, meter, entry, value: read.value }] : [];
      }),
    );

  const type = (field: string, next: Typed) => {
    setTyped({ ...typed, [field]: next });
    setRefusals(Object.fromEntries(Object.entries(refusals).filter(([known]) => known !== field)));
    setKey(newKey());
  };
  const send = async () => {
    const done = await command.run({
      input: {
        token,
        idempotencyKey: key,
        rows: {
          deviceId: entries.map(({ machine }) => machine.deviceId),
          kind: entries.map(({ meter }) => meter.kind),
          value: entries.map(({ value }) => value),
          confirmed: entries.map(({ entry }) => entry.confirmed),
        },
      },
    });
    if (!done) return;
    const refused = done.rows.flatMap(({ row, message }) => {
      const entry = entries[row];
      return message && entry ? [[keyOf(entry.machine, entry.meter), message] as const] : [];
    });
    const open = new Set(refused.map(([field]) => field.split(' ')[0]));
    setRefusals(Object.fromEntries(refused));
    setDoneIds(
      new Set([...doneIds, ...entries.map(({ machine }) => machine.deviceId).filter((id) => !open.has(id))]),
    );
    setAccepted(done.accepted);
    setKey(newKey());
  };

  const left = link.left - doneIds.size;
  if (left === 0) return <Done>{t('meterLink.allDone')}</Done>;
  return (
    <Form onSubmit={() => void send()} label={t('meterLink.title')}>
      <Note>
        {t('meterLink.say', {
          count: left,
          day: format.longDay(link.dueOn),
          until: format.date(link.expiresAt),
        })}
      </Note>
      <CommandProblem failure={command.failure} />
      {accepted !== undefined && accepted > 0 && <Done>{t('meterLink.taken', { count: accepted })}</Done>}
      {machines.map((machine) => (
        <MachineCard
          key={machine.deviceId}
          machine={machine}
          typed={typed}
          refusals={refusals}
          onType={type}
        />
      ))}
      {fetched.problem && (
        <FormProblem title={t(`problem.${fetched.problem}.title`)}>
          <p>{t(`problem.${fetched.problem}.text`)}</p>
        </FormProblem>
      )}
      {fetched.onMore && (
        <FormActions>
          <Button variant="default" loading={fetched.loading} onClick={fetched.onMore}>
            {t('meterLink.more')}
          </Button>
        </FormActions>
      )}
      <FormActions>
        <Button type="submit" loading={command.running} disabled={entries.length === 0}>
          {t('meterLink.send', { count: entries.length })}
        </Button>
      </FormActions>
      {entries.length === 0 && <p>{t('meterLink.nothingYet')}</p>}
    </Form>
  );
}
