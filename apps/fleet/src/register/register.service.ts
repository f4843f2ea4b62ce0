import { type Clock, type Result, err, ok } from '@platen/kernel';
import { type Actor, type IdempotencyConflict, type Tx, type UnitOfWork, once } from '@platen/platform';
import { type CustomerNotFound, organisationFor } from '../customers/known-customer';
import type { SiteNotFound } from '../devices/device.errors';
import { keyFaults } from '../groups/group-input';
import { addToRollups } from '../meter-reads/month-rollups';
import type { ReadingMonths } from '../meter-reads/reading-months';
import { recordMeterReads } from '../meter-reads/record-meter-reads';
import { holdOpenSite } from '../sites/lock-sites';
import { type DeviceFacts, type FactProblem, type TextFact, factFaults, textFacts } from './device-facts';
import { insertDevices, oneRegistrationAtATime } from './write-devices';

/** A machine to be registered. */
export interface Registration {
  readonly idempotencyKey: string;
  readonly customerId: string;
  readonly siteId: string;
  readonly facts: DeviceFacts;
  /** its counters now, kinds as devices name them */
  readonly startMeters: readonly { readonly kind: string; readonly value: number }[];
}

/** Another machine in use of this branch has the number. */
export interface SerialTaken {
  readonly code: 'SERIAL_TAKEN';
  readonly deviceId: string;
}

export interface InvalidRegistration {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly {
    readonly path: string;
    readonly problem: FactProblem | 'keyLength' | 'meterInvalid';
    readonly max?: number;
  }[];
}

type Registered = { readonly deviceId: string };
type Refused = CustomerNotFound | SiteNotFound | SerialTaken;

/** Most counters that are told at registration. */
const MOST_METERS = 30;
const METER_KIND = /^[a-z][a-z0-9_]{0,39}$/;

/** Writing down new machines, one at a time (R33). */
export class RegisterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly months: ReadingMonths,
  ) {}

  async register(
    actor: Actor,
    input: Registration,
  ): Promise<Result<Registered, Refused | InvalidRegistration | IdempotencyConflict>> {
    const facts = tidyFacts(input.facts);
    const fields = faultsOf({ ...input, facts });
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const now = this.clock.now();
    await this.months.ensure([now]);
    const command = { operation: 'registerDevice', key: input.idempotencyKey, input };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<Registered, Refused>> => {
        const owner = await organisationFor(tx, actor, input.customerId);
        if (!owner) return err({ code: 'CUSTOMER_NOT_FOUND' });
        if (!(await holdOpenSite(tx, owner.customerId, input.siteId))) return err({ code: 'SITE_NOT_FOUND' });
        await oneRegistrationAtATime(tx, owner.branchId);
        const taken = await inUse(tx, owner.branchId, facts.serialNumber);
        if (taken) return err({ code: 'SERIAL_TAKEN', deviceId: taken });
        const made = await insertDevices(tx, actor, owner, [{ ...facts, siteId: input.siteId }], now);
        const deviceId = made.get(facts.serialNumber) ?? '';
        await recordStart(tx, deviceId, input.startMeters, now);
        const { monitored, lifecycle } = facts;
        tx.audit({
          action: 'device.registered',
          target: { kind: 'device', id: deviceId },
          facts: { siteId: input.siteId, monitored, lifecycle },
          of: owner,
        });
        return ok({ deviceId });
      }),
    );
  }
}

/** Blanks around values gone, empty texts as null where one may be missing. */
function tidyFacts(facts: DeviceFacts): DeviceFacts {
  const texts = (Object.keys(textFacts) as TextFact[]).map((fact) => {
    const value = facts[fact]?.trim() ?? '';
    return [fact, value === '' && !textFacts[fact].needed ? null : value];
  });
  return { ...facts, ...(Object.fromEntries(texts) as Partial<DeviceFacts>) };
}

function faultsOf(input: Registration): InvalidRegistration['fields'] {
  const fields: InvalidRegistration['fields'][number][] = factFaults(input.facts).map(
    ({ fact, problem, max }) => ({ path: fact, problem, max }),
  );
  if (keyFaults(input.idempotencyKey).length > 0)
    fields.push({ path: 'idempotencyKey', problem: 'keyLength' });
  const kinds = new Set(input.startMeters.map(({ kind }) => kind));
  const fit =
    kinds.size === input.startMeters.length &&
    kinds.size <= MOST_METERS &&
    input.startMeters.every(
      ({ kind, value }) => METER_KIND.test(kind) && Number.isSafeInteger(value) && value >= 0,
    );
  if (!fit) fields.push({ path: 'startMeters', problem: 'meterInvalid' });
  return fields;
}

async function inUse(tx: Tx, branchId: string, serialNumber: string): Promise<string | null> {
  const [device] = await tx.query<{ id: string }>(
    'select id from device where branch_id = $1 and serial_number = $2 and retired_at is null',
    [branchId, serialNumber],
  );
  return device?.id ?? null;
}

/** The counters as somebody read them at the machine; volumes count from there. */
async function recordStart(
  tx: Tx,
  deviceId: string,
  meters: Registration['startMeters'],
  now: Date,
): Promise<void> {
  const { rollups } = await recordMeterReads(
    tx,
    {
      deviceId: meters.map(() => deviceId),
      kind: meters.map(({ kind }) => kind),
      unit: meters.map(() => 'impressions' as const),
      readAt: meters.map(() => now),
      value: meters.map(({ value }) => value),
    },
    { source: 'portal', confidence: 'stated' },
    now,
  );
  await addToRollups(tx, rollups);
}
