import { Button, TextInput, Textarea } from '@mantine/core';
import { CorrectMeterReadDocument, type MachineCounterFragment } from '@platen/graphql-client';
import {
  type FieldProblem,
  Form,
  FormActions,
  FormProblem,
  Note,
  Sheet,
  SheetBody,
  useFormat,
} from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../shared/button-link';
import { CommandProblem } from '../../../shared/command-problem';
import { newKey } from '../../../shared/new-key';
import { judgeTyped } from '../../../shared/readings/judge-typed';
import { meterName } from '../../../shared/readings/meter-name';
import { ReadingVerdict } from '../../../shared/readings/reading-verdict';
import { useCommand } from '../../../shared/use-command';
import { useFirstFocus } from '../../../shared/use-first-focus';

/** Another value in place of the latest one, judged by what stood before it; the old one is kept. */
export function CorrectReading({
  counter,
  latest,
  back,
  onDone,
}: {
  readonly counter: MachineCounterFragment;
  readonly latest: NonNullable<MachineCounterFragment['correctable']>;
  readonly back: string;
  readonly onDone: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = useFirstFocus<HTMLInputElement>();
  const [text, setText] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newKey);
  // as they were when it was last sent: what is said of the form must not move while somebody types
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { run, running, failure } = useCommand(CorrectMeterReadDocument, (data) => data.correctMeterRead);
  const judgement = judgeTyped(text, latest.expectation, new Date(latest.readAt), new Date());
  const { value, good, odd } = judgement;
  const ready = value !== null && (good || (odd && confirmed));
  const save = async () => {
    const found = [
      ...(ready ? [] : [{ fieldId: 'value', message: t('meters.correct.valueNeeded') }]),
      ...(reason.trim() ? [] : [{ fieldId: 'reason', message: t('meters.correct.reasonNeeded') }]),
    ];
    setProblems(found);
    if (value === null || found.length > 0) return;
    const input = { idempotencyKey: key, meterId: counter.id, value, reason, confirmed };
    const done = await run({ input });
    // refused, it may be sent again changed: that is another command
    setKey(newKey());
    if (done) await onDone();
  };
  const title = t('meters.correct.of', { meter: meterName(counter.kind, t) });
  return (
    <Sheet title={title}>
      <SheetBody>
        <Form label={title} onSubmit={() => void save()}>
          {problems.length > 0 && (
            <FormProblem title={t('form.problems', { count: problems.length })} problems={problems} />
          )}
          <CommandProblem failure={failure} />
          <Note>
            {t('meters.correct.effect', {
              value: format.number(latest.value),
              on: format.moment(latest.readAt),
            })}
          </Note>
          <TextInput
            ref={first}
            id="value"
            label={t('meters.correct.value')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            maw={200}
            value={text}
            aria-describedby="value-verdict"
            aria-invalid={(judgement.verdict !== null && !ready) || undefined}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              setConfirmed(false);
            }}
          />
          <ReadingVerdict
            id="value-verdict"
            judgement={judgement}
            confirmed={confirmed}
            onConfirm={setConfirmed}
          />
          <Textarea
            id="reason"
            label={t('meters.reason')}
            description={t('meters.correct.reasonReach')}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <FormActions>
            <Button type="submit" loading={running}>
              {t('meters.correct.submit')}
            </Button>
            <ButtonLink href={back} variant="default">
              {t('meters.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
