import type { DeviceState } from '@platen/graphql-client';
import { type IconName, StatePill, type Tone, useFormat } from '@platen/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const looks: Readonly<Record<DeviceState, { tone: Tone; icon: IconName }>> = {
  WORKING: { tone: 'ok', icon: 'check' },
  WARNING: { tone: 'warn', icon: 'warning' },
  DOWN: { tone: 'down', icon: 'down' },
  SILENT: { tone: 'warn', icon: 'silent' },
  NOT_MONITORED: { tone: 'plain', icon: 'unmonitored' },
  PLANNED: { tone: 'plain', icon: 'arrow' },
  IN_REPAIR: { tone: 'plain', icon: 'settings' },
  RETIRED: { tone: 'plain', icon: 'close' },
};

/** What a device reports (hrPrinterDetectedErrorState, RFC 2790) that the portal has words for. */
const knownErrors = [
  'lowPaper',
  'noPaper',
  'lowToner',
  'noToner',
  'doorOpen',
  'jammed',
  'offline',
  'serviceRequested',
  'inputTrayMissing',
  'outputTrayMissing',
  'markerSupplyMissing',
  'outputNearFull',
  'outputFull',
  'inputTrayEmpty',
  'overduePreventMaint',
] as const;
type KnownError = (typeof knownErrors)[number];

const isKnown = (code: string): code is KnownError => (knownErrors as readonly string[]).includes(code);

/** `paper jam`; a code without words is shown as the device gave it rather than hidden. */
export function errorWords(code: string, t: TFunction): string {
  return isKnown(code) ? t(`devices.error.${code}`) : code;
}

/** State of a machine in a word, with the first reason or the length of its silence. */
export function DeviceStatePill(device: {
  readonly state: DeviceState;
  readonly errors: readonly string[];
  readonly lastSeenAt: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [error] = device.errors;
  const word = t(`devices.state.${device.state}`);
  const detail = () => {
    if (device.state === 'SILENT' && device.lastSeenAt) {
      return t('devices.silentFor', { age: format.age(device.lastSeenAt) });
    }
    if (error && (device.state === 'DOWN' || device.state === 'WARNING')) {
      return t('devices.stateWithReason', { state: word, reason: errorWords(error, t) });
    }
    return word;
  };
  return <StatePill {...looks[device.state]}>{detail()}</StatePill>;
}
