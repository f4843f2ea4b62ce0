import { useApolloClient } from '@apollo/client/react';
import { Button, Radio, Textarea } from '@mantine/core';
import {
  DecideMeterCaseDocument,
  type MeterCaseDecision,
  type MeterCaseRowFragment,
} from '@platen/graphql-client';
import { Facts, Form, FormActions, Note, Sheet, SheetBody, UiLink, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { caseWords } from '../../shared/readings/case-words';
import { useCommand } from '../../shared/use-command';

const decisions: readonly MeterCaseDecision[] = ['ACCEPTED', 'RESET', 'REPLACED', 'WITHDRAWN'];

/** One odd value: what happened, the machine, and the decision with what it does and why it is taken. */
export function DecideCase({
  found,
  back,
  onDecided,
}: {
  readonly found: MeterCaseRowFragment;
  /** address of the list without it */
  readonly back: string;
  readonly onDecided: (machine: string) => void;
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
        <Decision found={found} onDecided={() => onDecided(machine)} />
      </SheetBody>
    </Sheet>
  );
}

function Decision({ found, onDecided }: { found: MeterCaseRowFragment; onDecided: () => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const [decision, setDecision] = useState<MeterCaseDecision>('ACCEPTED');
  const [reason, setReason] = useState('');
  const { run, running, failure } = useCommand(DecideMeterCaseDocument, (data) => data.decideMeterCase);
  const decide = async () => {
    if (!(await run({ input: { id: found.id, decision, reason } }))) return;
    await client.refetchQueries({ include: ['MeterCases'] });
    onDecided();
  };
  return (
    <Form onSubmit={() => void decide()} label={t('meterCases.decide')}>
      <CommandProblem failure={failure} />
      <Radio.Group
        label={t('meterCases.question')}
        value={decision}
        onChange={(value) => setDecision(decisions.find((known) => known === value) ?? 'ACCEPTED')}
      >
        {decisions.map((value) => (
          <Radio key={value} value={value} label={t(`meterCases.decision.${value}`)} mt="xs" />
        ))}
      </Radio.Group>
      <Note>{t(`meterCases.effect.${decision}`)}</Note>
      <Textarea
        id="reason"
        label={t('meterCases.reason')}
        description={t('meterCases.reasonReach')}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <FormActions>
        <Button type="submit" loading={running}>
          {t('meterCases.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}
