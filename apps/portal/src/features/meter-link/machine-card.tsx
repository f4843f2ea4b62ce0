import { Checkbox, TextInput } from '@mantine/core';
import { TwoLines, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { judgeTyped } from '../../shared/readings/judge-typed';
import { meterName } from '../../shared/readings/meter-name';
import type { LinkedMachine, LinkedMeter } from './linked-machine';
import classes from './meter-link.module.css';

/** What was typed for one counter. */
export interface Typed {
  readonly value: string;
  readonly confirmed: boolean;
}

/** Where what was typed for a counter is kept. */
export const keyOf = (machine: Pick<LinkedMachine, 'deviceId'>, meter: Pick<LinkedMeter, 'kind'>): string =>
  `${machine.deviceId} ${meter.kind}`;

/** One machine with its counters, as a person in front of it sees them. */
export function MachineCard({
  machine,
  typed,
  refusals,
  onType,
}: {
  readonly machine: LinkedMachine;
  readonly typed: Readonly<Record<string, Typed>>;
  /** what the service said of a counter, by the same key */
  readonly refusals: Readonly<Record<string, string>>;
  readonly onType: (key: string, next: Typed) => void;
}) {
  const { t } = useTranslation();
  const place = [
    machine.siteName,
    machine.floor && t('devices.floor', { floor: machine.floor }),
    machine.room && t('devices.room', { room: machine.room }),
  ];
  return (
    <fieldset className={classes.machine}>
      <legend>
        <TwoLines
          first={machine.name}
          second={[t('devices.serial', { serial: machine.serialNumber }), ...place]
            .filter(Boolean)
            .join(' · ')}
        />
      </legend>
      {machine.done ? (
        <p>{t('meterLink.done')}</p>
      ) : (
        machine.meters.map((meter) => {
          const key = keyOf(machine, meter);
          return (
            <MeterField
              key={key}
              id={key}
              meter={meter}
              typed={typed[key] ?? { value: '', confirmed: false }}
              refusal={refusals[key]}
              onType={(next) => onType(key, next)}
            />
          );
        })
      )}
    </fieldset>
  );
}

function MeterField({
  id,
  meter,
  typed,
  refusal,
  onType,
}: {
  readonly id: string;
  readonly meter: LinkedMeter;
  readonly typed: Typed;
  readonly refusal: string | undefined;
  readonly onType: (next: Typed) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = new Date();
  const { verdict, odd } = judgeTyped(typed.value, meter.expectation, now, now);
  const { lastValue, lastReadAt } = meter.expectation;
  const fine = verdict === null || verdict === 'fits' || verdict === 'known';
  const words = fine ? undefined : t(`meterLink.verdict.${verdict}`);
  return (
    <>
      <TextInput
        id={id}
        label={meterName(meter.kind, t)}
        description={
          lastValue !== null && lastReadAt
            ? t('meterLink.last', { value: format.number(lastValue), day: format.date(lastReadAt) })
            : t('meterLink.first')
        }
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        value={typed.value}
        error={refusal ?? (odd && typed.confirmed ? undefined : words)}
        onChange={({ currentTarget }) => onType({ value: currentTarget.value, confirmed: false })}
      />
      {odd && (
        <Checkbox
          label={t('meterLink.confirm')}
          checked={typed.confirmed}
          onChange={({ currentTarget }) => onType({ ...typed, confirmed: currentTarget.checked })}
        />
      )}
    </>
  );
}
