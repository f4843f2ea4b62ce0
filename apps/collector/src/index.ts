/** Reads printers on the local network and reports to Platen; outbound connections only. */
export type { CollectorSettings } from './config';
export { type DevicePoll, type PollOptions, type PollTarget, pollDevice } from './poll-device';
export { pollToJson } from './poll-to-json';
export { runCollector } from './run-collector';
export { Community } from './snmp/credentials';
export { DeviceSilentError, RequestBudgetError } from './snmp/session';
