import { Checkbox } from '@mantine/core';
import { StatePill, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { TypedJudgement } from './judge-typed';

/** What is said of a typed value, beside it; an odd one can be confirmed on the spot. */
export function ReadingVerdict({
  id,
  judgement,
  confirmed,
  onConfirm,
}: {
  /** of the element that describes the field */
  readonly id: string;
  readonly judgement: TypedJudgement;
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict, odd, good, low, high, last } = judgement;
  if (verdict === null) return <span id={id} />;
  const words = t(`readings.verdict.${verdict}`, {
    low: format.number(low),
    high: format.number(high),
    last: format.number(last ?? 0),
  });
  const fine = good || (odd && confirmed);
  return (
    <span>
      <span id={id}>
        <StatePill tone={fine ? 'ok' : 'warn'} icon={fine ? 'check' : 'warning'}>
          {words}
        </StatePill>
      </span>
      {odd && (
        <Checkbox
          mt={6}
          size="xs"
          label={t('readings.confirm')}
          checked={confirmed}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
      )}
    </span>
  );
}
