import type { DecodedPoll } from '@platen/printer-mib';
import type { SpooledPoll } from '../src/spool/spooled-poll';

/** A poll of a machine that prints in black; every field can be given. */
export function buildPoll(overrides: Partial<DecodedPoll> = {}): DecodedPoll {
  return {
    identity: { maker: 'HP', model: 'M1', serial: 'SN1', firmware: null, name: 'p1', location: null },
    status: { state: 'idle', errors: [] },
    meters: [{ kind: 'total', value: 10, unit: 'impressions', source: 'standard' }],
    supplies: [],
    alerts: [],
    ...overrides,
  };
}

/** A poll as it lies in the spool. */
export function buildSpooledPoll(address = '192.0.2.1', overrides: Partial<DecodedPoll> = {}): SpooledPoll {
  return { polledAt: '2026-03-01T08:00:00.000Z', address, poll: buildPoll(overrides) };
}
