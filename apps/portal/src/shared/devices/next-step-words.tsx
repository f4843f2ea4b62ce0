import { useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { NextStep } from './next-step';
import { daysWords, supplyName } from './supply-view';

/** {@link NextStep} in the reader's words. */
export function NextStepWords({ step }: { readonly step: NextStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (step.kind) {
    case 'arrives':
    case 'backordered': {
      const what = step.supply ? supplyName(step.supply, t) : t('devices.next.supply');
      return t(`devices.next.${step.kind}`, { what, day: format.day(step.expectedOn) });
    }
    case 'noReading':
      return t('devices.next.noReading', { day: format.weekday(step.since) });
    case 'runsOut':
      return t('devices.next.runsOut', { what: supplyName(step.supply, t), days: daysWords(step.days, t) });
    case 'lookYourself':
      return t('devices.next.lookYourself');
    case 'nothingKnown':
      return t('devices.next.nothingKnown');
  }
}
