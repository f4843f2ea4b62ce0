import type { SilenceCause } from '@platen/graphql-client';

/** The words of each are `silence.step`. */
export type SilenceStep =
  | 'power'
  | 'display'
  | 'cable'
  | 'address'
  | 'compare'
  | 'fixAddress'
  | 'switch'
  | 'firewall'
  | 'collectorOn'
  | 'collectorNetwork'
  | 'ranges'
  | 'snmp'
  | 'newKey'
  | 'clock'
  | 'credentials'
  | 'allowed'
  | 'restart'
  | 'firmware';

/** What a person can look at, the likeliest and nearest first. */
export const stepsFor: Readonly<Record<SilenceCause, readonly SilenceStep[]>> = {
  MACHINE: ['power', 'display', 'cable', 'address'],
  ADDRESS_TAKEN: ['compare', 'fixAddress', 'ranges'],
  SITE_NETWORK: ['switch', 'firewall', 'collectorNetwork'],
  COLLECTOR: ['collectorOn', 'collectorNetwork', 'firewall'],
  COLLECTOR_REVOKED: ['newKey'],
  COLLECTOR_SILENT: ['collectorOn', 'collectorNetwork'],
  COLLECTOR_CLOCK: ['clock', 'collectorNetwork'],
  COLLECTOR_NETWORK: ['switch', 'firewall', 'ranges'],
  ACCESS_REFUSED: ['credentials', 'allowed'],
  NOT_READ: ['restart', 'snmp', 'firmware'],
  NEVER_HEARD: ['ranges', 'snmp', 'address', 'cable'],
};
