/**
 * Reads the answers of printers: system group, Host Resources, Printer MIB (RFC 3805) and the makers' own
 * counters and supplies. Pure: a table of OID -> value goes in, a decoded poll comes out.
 */
export { decodePoll, type FetchPlan, standardPlan, vendorPlan } from './decode';
export * from './oids';
export * from './poll';
export { compareOids, type Varbinds, type VarbindValue } from './varbinds';
