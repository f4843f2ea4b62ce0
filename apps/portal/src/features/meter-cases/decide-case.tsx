import type { MeterCaseRowFragment } from '@platen/graphql-client';
import { Facts, Sheet, SheetBody, UiLink, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import { CaseDecision } from '../../shared/readings/case-decision';
import { caseWords } from '../../shared/readings/case-words';

/** One odd value: what happened, the machine, and the decision with what it does and why it is taken. */
export function DecideCase({
  found,
  back,
  onDecided,
}: {
  readonly found: MeterCaseRowFragment;
  /** address of the list without it */
  readonly back: string;
  readonly onDecided: (machine: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { device, customer } = found;
  const machine = device?.name ?? t('meterCases.hiddenMachine');
  const close = <UiLink href={back}>{t('meterCases.close')}</UiLink>;
  return (
    <Sheet title={t('meterCases.caseOf', { machine })} aside={close}>
      <SheetBody ruled>
        <Facts
          facts={[
            [t('meterCases.fact.happened'), caseWords(found, t, format)],
            ...(device
              ? ([
                  [
                    t('meterCases.fact.machine'),
                    <UiLink key="machine" href={paths.device(device.id, { tab: 'meters' })}>
                      {t('meterCases.machine', { name: device.name, serialNumber: device.serialNumber })}
                    </UiLink>,
                  ],
                ] as const)
              : []),
            ...(customer ? ([[t('meterCases.fact.customer'), customer.name]] as const) : []),
          ]}
        />
        <CaseDecision caseId={found.id} onDecided={() => onDecided(machine)} />
      </SheetBody>
    </Sheet>
  );
}
