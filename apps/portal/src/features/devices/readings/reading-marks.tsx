import { Group } from '@mantine/core';
import type { CounterReadFragment } from '@platen/graphql-client';
import { StatePill, type Tone, useFormat } from '@platen/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { personName } from '../../../shared/person-name';

type HandIn = NonNullable<CounterReadFragment['handIn']>;

const bookTones: Readonly<Record<HandIn['exportState'], Tone>> = {
  WAITING: 'plain',
  BOOKED: 'ok',
  REFUSED: 'warn',
};

/** What is to be known of a reading: odd, corrected, estimated, and how far it got on its way into the books. */
export function ReadingMarks({ read }: { readonly read: CounterReadFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { handIn, confidence, source } = read;
  const before = handIn?.valueBefore;
  return (
    <Group gap={4}>
      {confidence === 'ESTIMATED' && source !== 'ESTIMATE' && (
        <StatePill tone="plain">{t('meters.mark.estimated')}</StatePill>
      )}
      {handIn?.flagged && (
        <StatePill tone="warn" icon="warning">
          {t('meters.mark.flagged')}
        </StatePill>
      )}
      {handIn?.corrected && (
        <StatePill tone="plain">
          {typeof before === 'number'
            ? t('meters.mark.correctedFrom', { value: format.number(before) })
            : t('meters.mark.corrected')}
        </StatePill>
      )}
      {handIn && (
        <StatePill tone={bookTones[handIn.exportState]} {...(handIn.bookedAt && { icon: 'check' })}>
          {handIn.exportState === 'BOOKED' && handIn.bookedReference
            ? t('meters.booked.reference', { reference: handIn.bookedReference })
            : t(`meters.booked.${handIn.exportState}`)}
        </StatePill>
      )}
    </Group>
  );
}

/** The person where he may be named, else on whose side it was done; nobody for what the machine told. */
export function readBy(
  act: { readonly actorKind: string; readonly actor: HandIn['actor'] } | null,
  t: TFunction,
): string | undefined {
  if (!act) return undefined;
  if (act.actor) return personName(act.actor);
  switch (act.actorKind) {
    case 'guest':
      return t('meters.byLink');
    case 'user':
      return t('timeline.by.user');
    case 'staff':
      return t('timeline.by.staff');
    case 'partner':
      return t('timeline.by.partner');
    default:
      return t('timeline.by.system');
  }
}
