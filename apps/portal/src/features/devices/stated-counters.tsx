import { TextInput } from '@mantine/core';
import type { MeterToReadFragment, StatedCounterInput } from '@platen/graphql-client';
import { useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TypedJudgement, judgeTyped } from '../../shared/readings/judge-typed';
import { inOrder, meterName } from '../../shared/readings/meter-name';
import { ReadingVerdict } from '../../shared/readings/reading-verdict';

/** What was typed for the counters of one machine, by kind; an odd value may be confirmed. */
export type TypedCounters = Readonly<Record<string, { readonly text: string; readonly confirmed: boolean }>>;

const nothing = { text: '', confirmed: false };
const asked = new Set(['total', 'mono', 'color']);

/** The counters that somebody in front of a machine reads off it. */
export function countersToState(meters: readonly MeterToReadFragment[]): MeterToReadFragment[] {
  return inOrder(meters.filter(({ kind }) => asked.has(kind)));
}

/** True while a typed value is none, or odd and not confirmed. */
export function isHeld({ verdict, odd, good }: TypedJudgement, confirmed: boolean): boolean {
  return verdict !== null && !good && !(odd && confirmed);
}

/** Whether something typed has to be looked at before it can be sent. */
export function hasHeldCounter(meters: readonly MeterToReadFragment[], typed: TypedCounters): boolean {
  const now = new Date();
  return meters.some(({ kind, expectation }) => {
    const { text, confirmed } = typed[kind] ?? nothing;
    return isHeld(judgeTyped(text, expectation, now, now), confirmed);
  });
}

/** What was typed as the service takes it; what is no number stays out. */
export function statedCounters(
  meters: readonly MeterToReadFragment[],
  typed: TypedCounters,
): StatedCounterInput[] {
  const now = new Date();
  return countersToState(meters).flatMap(({ kind, expectation }) => {
    const { text, confirmed } = typed[kind] ?? nothing;
    const { value } = judgeTyped(text, expectation, now, now);
    return value === null ? [] : [{ kind, value, confirmed }];
  });
}

/** Counters as they are typed, each checked at once by its machine's own past. */
export function StatedCounterFields({
  id,
  meters,
  typed,
  onType,
}: {
  /** tells the fields of two machines apart */
  readonly id: string;
  readonly meters: readonly MeterToReadFragment[];
  readonly typed: TypedCounters;
  readonly onType: (typed: TypedCounters) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  // The clock of a reading: it must not run on while a number is typed.
  const [now] = useState(() => new Date());
  return countersToState(meters).map(({ id: meterId, kind, value, readAt, expectation }) => {
    const { text, confirmed } = typed[kind] ?? nothing;
    const judgement = judgeTyped(text, expectation, now, now);
    const field = `${id}-${kind}`;
    return (
      <div key={meterId}>
        <TextInput
          id={field}
          label={meterName(kind, t)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          description={
            value !== null && readAt
              ? t('move.lastCounter', { value: format.number(value), ago: format.ago(readAt) })
              : undefined
          }
          aria-describedby={`${field}-verdict`}
          error={isHeld(judgement, confirmed)}
          value={text}
          onChange={({ currentTarget }) =>
            onType({ ...typed, [kind]: { text: currentTarget.value, confirmed: false } })
          }
        />
        <ReadingVerdict
          id={`${field}-verdict`}
          judgement={judgement}
          confirmed={confirmed}
          onConfirm={(sure) => onType({ ...typed, [kind]: { text, confirmed: sure } })}
        />
      </div>
    );
  });
}
