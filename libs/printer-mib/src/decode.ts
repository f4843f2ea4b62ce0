import { decodeIdentity } from './identity';
import { decodeMeters } from './meters';
import { deviceIds, host, printer, system } from './oids';
import type { DecodedPoll } from './poll';
import { decodeAlerts, decodeStatus } from './status';
import { blackWhenAlone, decodeSupplies } from './supplies';
import type { Varbinds } from './varbinds';
import { makerOf } from './vendors/makers';

/** What to ask a device for: single instances and whole columns. */
export interface FetchPlan {
  gets: readonly string[];
  walks: readonly string[];
}

/** Asked of every device, first. */
export const standardPlan: FetchPlan = {
  gets: Object.values(system),
  walks: [...Object.values(host), ...Object.values(printer)],
};

/**
 * What to ask further, when the answers to {@link standardPlan} are in: the maker's own objects.
 * @returns `context`: the SNMP context that may hold what is still missing; undefined for nearly all makers
 */
export function vendorPlan(varbinds: Varbinds): FetchPlan & { context: string | undefined } {
  const maker = makerOf(varbinds);
  const table = maker?.firmwareTable;
  const gets = [
    ...(maker?.modelOids ?? []),
    ...(maker?.deviceIdOids ?? []),
    ...(maker?.serialOids ?? []),
    ...(maker?.firmwareOids ?? []),
    ...(maker?.counters ?? []).flatMap((counter) => counter.oids),
    ...(maker?.gets ?? []),
    ...Object.values(deviceIds),
  ];
  const walks = [...(maker?.walks ?? []), ...(table === undefined ? [] : [table.names, table.versions])];
  return { gets: [...new Set(gets)], walks, context: maker?.context };
}

/** Decodes the answers of one device. Nothing here fails: what is nonsense is left out, see each field. */
export function decodePoll(varbinds: Varbinds): DecodedPoll {
  const maker = makerOf(varbinds);
  const identity = decodeIdentity(varbinds, maker);
  const standard = decodeSupplies(varbinds);
  const supplies = maker?.moreSupplies?.(varbinds, standard, identity.model) ?? standard;
  return {
    identity,
    status: decodeStatus(varbinds),
    meters: decodeMeters(varbinds, maker),
    supplies: blackWhenAlone(supplies),
    alerts: decodeAlerts(varbinds),
  };
}
