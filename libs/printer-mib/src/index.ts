/**
 * Reads the answers of printers: system group, Host Resources, Printer MIB (RFC 3805), the makers' own counters and
 * supplies, and printer attributes of IPP. Pure: a table of values goes in, a decoded poll comes out.
 */
export { decodePoll, type FetchPlan, standardPlan, vendorPlan } from './decode';
export { decodeIpp } from './ipp/decode-ipp';
export { type IppAttributes, ippAttributesAsked } from './ipp/attributes';
export * from './oids';
export * from './poll';
export { compareOids, type Varbinds, type VarbindValue } from './varbinds';
