import type { Alert, AlertSeverity, DeviceState } from '../poll';
import { type IppAttributes, integersOf, pairsOf, textsOf } from './attributes';

/** printer-state (RFC 8011 5.4.11). */
const IDLE = 3;
const PROCESSING = 4;
const STOPPED = 5;

/** printer-state-reasons (RFC 8011 5.4.12, PWG 5100.9) as the errors of hrPrinterDetectedErrorState. */
const ERROR_OF_REASON: Readonly<Record<string, string>> = {
  'media-low': 'lowPaper',
  'media-empty': 'noPaper',
  'media-needed': 'noPaper',
  'marker-supply-low': 'lowToner',
  'toner-low': 'lowToner',
  'marker-supply-empty': 'noToner',
  'toner-empty': 'noToner',
  'cover-open': 'doorOpen',
  'door-open': 'doorOpen',
  'interlock-open': 'doorOpen',
  'media-jam': 'jammed',
  shutdown: 'offline',
  offline: 'offline',
  'input-tray-missing': 'inputTrayMissing',
  'output-tray-missing': 'outputTrayMissing',
  'marker-supply-missing': 'markerSupplyMissing',
  'output-area-almost-full': 'outputNearFull',
  'output-area-full': 'outputFull',
};

const SEVERITY = /-(error|warning|report)$/;

/** State and errors of the printer. A reason without severity counts as a warning: the printer goes on all the same. */
export function ippStatus(attributes: IppAttributes): { state: DeviceState; errors: string[] } {
  const reasons = textsOf(attributes, 'printer-state-reasons').filter(
    (reason) => reason !== 'none' && reason !== '',
  );
  const errors = reasons.flatMap((reason) => ERROR_OF_REASON[reason.replace(SEVERITY, '')] ?? []);
  const [state] = integersOf(attributes, 'printer-state');
  return { state: stateOf(state, reasons), errors: [...new Set(errors)] };
}

function stateOf(state: number | undefined, reasons: readonly string[]): DeviceState {
  if (state === STOPPED) return 'down';
  if (reasons.some((reason) => !reason.endsWith('-report'))) return 'warning';
  if (state === PROCESSING) return 'printing';
  if (state === IDLE) return 'idle';
  return state === undefined ? 'unknown' : 'other';
}

/** printer-alert with its descriptions (PWG 5100.9); codes are keywords here, never the numbers of RFC 3805. */
export function ippAlerts(attributes: IppAttributes): Alert[] {
  const rows = textsOf(attributes, 'printer-alert').map(pairsOf);
  return textsOf(attributes, 'printer-alert-description').map((description, i) => ({
    severity: severityOf(rows[i]?.severity),
    code: null,
    description,
  }));
}

function severityOf(word: string | undefined): AlertSeverity {
  if (word === 'critical') return 'critical';
  return word?.startsWith('warning') ? 'warning' : 'other';
}
