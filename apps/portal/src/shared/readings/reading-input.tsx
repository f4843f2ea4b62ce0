import { TextInput } from '@mantine/core';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { meterName } from './meter-name';
import { ReadingVerdict } from './reading-verdict';
import { useLine, useRound } from './round-context';
import type { RoundLine } from './round-lines';

const verdictId = (line: RoundLine) => `${line.key} verdict`;

/** The field of one counter: down, up and Enter go on to the next, a pasted block goes over many. */
export function ReadingInput({ line }: { readonly line: RoundLine }) {
  const { t } = useTranslation();
  const { drafts, paste } = useRound();
  const { draft, judgement } = useLine(line);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    paste(text, line.key);
  };
  return (
    <TextInput
      id={line.key}
      data-reading
      size="sm"
      w={140}
      maw="100%"
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      aria-label={t('readings.field', { meter: meterName(line.kind, t), machine: line.device.name })}
      aria-describedby={verdictId(line)}
      error={draft.text !== '' && !judgement.good && !draft.confirmed}
      value={draft.text}
      onChange={(event) => drafts.type(line.key, event.currentTarget.value)}
      onPaste={onPaste}
      onKeyDown={goOn}
    />
  );
}

/** What is said of the typed value: by the portal at once, by the service after it was sent. */
export function LineVerdict({ line }: { readonly line: RoundLine }) {
  const { drafts, answers } = useRound();
  const { draft, judgement } = useLine(line);
  const answer = answers.get(line.key);
  return (
    <>
      <ReadingVerdict
        id={verdictId(line)}
        judgement={judgement}
        confirmed={draft.confirmed}
        onConfirm={(confirmed) => drafts.confirm(line.key, confirmed)}
      />
      {answer && draft.text !== '' && <p role="alert">{answer}</p>}
    </>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.nativeEvent.isComposing ? undefined : steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-reading]')];
  const next = fields[fields.indexOf(event.currentTarget) + step];
  next?.focus();
  next?.select();
}
