import type { OverviewQuery } from '@platen/graphql-client';
import type { Formatter } from '@platen/ui';
import type { TFunction } from 'i18next';

type Fleet = Pick<NonNullable<OverviewQuery['fleetSummary']>, 'devices' | 'down' | 'silent'>;

/** "146 of 148 machines are fine." and "One is down. One is silent.": verdict first, then what is behind it. */
export function fleetSentence(
  fleet: Fleet,
  t: TFunction,
  format: Formatter,
): { verdict: string; details: string[] } {
  const details: string[] = [];
  if (fleet.down > 0) details.push(t('overview.say.down', { count: fleet.down }));
  if (fleet.silent > 0) details.push(t('overview.say.silent', { count: fleet.silent }));
  return { verdict: verdictOf(fleet, t, format), details };
}

function verdictOf({ devices, down, silent }: Fleet, t: TFunction, format: Formatter): string {
  const fine = devices - down - silent;
  if (devices === 0) return t('overview.say.noMachines');
  if (fine === devices) return t('overview.say.allFine', { count: devices });
  return t('overview.say.someFine', { count: fine, fine: format.number(fine), all: format.number(devices) });
}
