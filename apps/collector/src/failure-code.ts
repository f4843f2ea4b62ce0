import { IppAnswerError, IppRefusedError } from './ipp/poll-ipp';
import { IppSilentError } from './ipp/post-ipp';
import { AccessRefusedError, DeviceSilentError, RequestBudgetError } from './snmp/session';

/** Why an address did not answer well, as fleet names it; a test compares the names. */
export const failureCodes = [
  'SILENT',
  'ACCESS_REFUSED',
  'UNKNOWN_HOST',
  'ENDLESS',
  'NO_PRINTER',
  'NOT_IPP',
  'OTHER',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** It answers, and a whole poll brings neither counters nor supplies. */
export class NoPrinterError extends Error {
  constructor(address: string) {
    super(`${address} answers, but is no printer (no counters, no supplies)`);
    this.name = 'NoPrinterError';
  }
}

/** The code of an error of a poll. */
export function failureCode(error: unknown): FailureCode {
  if (error instanceof DeviceSilentError || error instanceof IppSilentError) return 'SILENT';
  if (error instanceof AccessRefusedError || error instanceof IppRefusedError) return 'ACCESS_REFUSED';
  if (error instanceof RequestBudgetError) return 'ENDLESS';
  if (error instanceof NoPrinterError) return 'NO_PRINTER';
  if (error instanceof IppAnswerError) return 'NOT_IPP';
  const { code } = error as { code?: unknown };
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'UNKNOWN_HOST' : 'OTHER';
}
