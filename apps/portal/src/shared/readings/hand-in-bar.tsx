import { Button } from '@mantine/core';
import { FormActions, FormProblem, Note, Stack } from '@platen/ui';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeTyped } from './judge-typed';
import { meterName } from './meter-name';
import { useRound } from './round-context';
import type { RoundLine } from './round-lines';
import type { HandIn, ReadyLine } from './use-hand-in';

/** What is filled in so far, what of it cannot go, and the button that hands in the rest. */
export function HandInBar({
  lines,
  handIn,
}: {
  readonly lines: readonly RoundLine[];
  readonly handIn: HandIn;
}) {
  const { t } = useTranslation();
  const { drafts, readAt } = useRound();
  const typed = useSyncExternalStore(drafts.listen, drafts.all);
  // as they were when they were last sent: what is said of them must not move while somebody types
  const [kept, setKept] = useState<readonly RoundLine[]>([]);
  const judged = lines.flatMap((line) => {
    const draft = typed.get(line.key);
    return draft
      ? [{ line, draft, judgement: judgeTyped(draft.text, line.expectation, readAt, new Date()) }]
      : [];
  });
  const ready = judged.flatMap(({ line, draft, judgement }): ReadyLine[] => {
    const { value, good, odd } = judgement;
    return value !== null && (good || (odd && draft.confirmed))
      ? [{ line, value, confirmed: draft.confirmed }]
      : [];
  });
  const held = judged.filter(({ line }) => !ready.some((one) => one.line === line));
  const submit = () => {
    setKept(held.map(({ line }) => line));
    if (ready.length > 0) void handIn.send(ready, readAt);
  };
  return (
    <Stack>
      {kept.length > 0 && held.length > 0 && (
        <FormProblem
          title={t('readings.held', { count: kept.length })}
          problems={kept.map((line) => ({
            fieldId: line.key,
            message: t('readings.field', { meter: meterName(line.kind, t), machine: line.device.name }),
          }))}
        />
      )}
      <div role="status">
        <Note>{t('readings.filled', { count: judged.length, ready: ready.length, held: held.length })}</Note>
      </div>
      <FormActions>
        <Button loading={handIn.running} onClick={submit}>
          {t('readings.submit', { count: ready.length })}
        </Button>
      </FormActions>
    </Stack>
  );
}
