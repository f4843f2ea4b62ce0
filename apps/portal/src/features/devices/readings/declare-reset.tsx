import { Button, Radio, TextInput } from '@mantine/core';
import { DeclareMeterResetDocument, type MachineCounterFragment } from '@platen/graphql-client';
import { Form, FormActions, FormProblem, Note, Sheet, SheetBody, Stack, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../shared/button-link';
import { CommandProblem } from '../../../shared/command-problem';
import { newKey } from '../../../shared/new-key';
import { meterName } from '../../../shared/readings/meter-name';
import { useCommand } from '../../../shared/use-command';
import { useFirstFocus } from '../../../shared/use-first-focus';
import { type ResetDraft, type ResetFault, judgeReset, localMinute, resetReasons } from './reset-draft';

/** A counter that was reset, replaced or ran over: what it stood at, what it goes on from, since when, and why. */
export function DeclareReset({
  counter,
  back,
  onDone,
}: {
  readonly counter: MachineCounterFragment;
  readonly back: string;
  readonly onDone: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = useFirstFocus<HTMLInputElement>();
  const { value, readAt } = counter;
  const last = value !== null && readAt ? { value, at: new Date(readAt) } : null;
  const [draft, setDraft] = useState<ResetDraft>({
    reason: 'RESET',
    at: localMinute(new Date()),
    before: last ? String(last.value) : '',
    after: '0',
  });
  const [key, setKey] = useState(newKey);
  // as they were when it was last sent: what is said of the form must not move while somebody types
  const [problems, setProblems] = useState<readonly ResetFault[]>([]);
  const { run, running, failure } = useCommand(DeclareMeterResetDocument, (data) => data.declareMeterReset);
  const words = (problem: ResetFault['problem']) =>
    t(`meters.reset.problem.${problem}`, { last: format.number(last?.value ?? 0) });
  const errorAt = (field: keyof ResetDraft) => {
    const found = problems.find((problem) => problem.field === field);
    return found && words(found.problem);
  };
  const change = (part: Partial<ResetDraft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const judged = judgeReset(draft, last, new Date());
    setProblems(judged.ok ? [] : judged.problems);
    if (!judged.ok) return;
    const input = {
      idempotencyKey: key,
      meterId: counter.id,
      at: judged.at.toISOString(),
      valueBefore: judged.before,
      valueAfter: judged.after,
      reason: draft.reason,
    };
    const done = await run({ input });
    // refused, it may be sent again changed: that is another command
    setKey(newKey());
    if (done) await onDone();
  };
  const title = t('meters.reset.of', { meter: meterName(counter.kind, t) });
  const number = (field: 'before' | 'after') => (
    <TextInput
      id={field}
      label={t(`meters.reset.${field}`)}
      description={t(`meters.reset.${field}Hint`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      maw={320}
      value={draft[field]}
      error={errorAt(field)}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <Sheet title={title}>
      <SheetBody>
        <Form label={title} onSubmit={() => void save()}>
          {problems.length > 0 && (
            <FormProblem
              title={t('form.problems', { count: problems.length })}
              problems={problems.map(({ field, problem }) => ({ fieldId: field, message: words(problem) }))}
            />
          )}
          <CommandProblem failure={failure} />
          <Note>{t('meters.reset.effect')}</Note>
          <Radio.Group
            label={t('meters.reset.reason')}
            value={draft.reason}
            onChange={(chosen) => change({ reason: resetReasons.find((each) => each === chosen) ?? 'RESET' })}
          >
            <Stack>
              {resetReasons.map((reason, index) => (
                <Radio
                  key={reason}
                  {...(index === 0 && { ref: first })}
                  value={reason}
                  label={t(`meters.reset.reasons.${reason}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            id="at"
            type="datetime-local"
            label={t('meters.reset.at')}
            maw={320}
            max={localMinute(new Date())}
            value={draft.at}
            error={errorAt('at')}
            onChange={({ currentTarget }) => change({ at: currentTarget.value })}
          />
          {number('before')}
          {number('after')}
          <FormActions>
            <Button type="submit" loading={running}>
              {t('meters.reset.submit')}
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
