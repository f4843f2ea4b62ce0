import { Button, Radio, Textarea } from '@mantine/core';
import { DecideMeterCaseDocument, type MeterCaseDecision } from '@platen/graphql-client';
import { Form, FormActions, Note } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../command-problem';
import { useCommand } from '../use-command';

const decisions: readonly MeterCaseDecision[] = ['ACCEPTED', 'RESET', 'REPLACED', 'WITHDRAWN'];

/** The decision of one case, with what it does and why it is taken. */
export function CaseDecision({
  caseId,
  onDecided,
}: {
  readonly caseId: string;
  readonly onDecided: () => Promise<void> | void;
}) {
  const { t } = useTranslation();
  const [decision, setDecision] = useState<MeterCaseDecision>('ACCEPTED');
  const [reason, setReason] = useState('');
  const { run, running, failure } = useCommand(DecideMeterCaseDocument, (data) => data.decideMeterCase);
  const decide = async () => {
    if (await run({ input: { id: caseId, decision, reason } })) await onDecided();
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
