import {
  type DecodedPoll,
  decodePoll,
  type FetchPlan,
  standardPlan,
  type Varbinds,
  vendorPlan,
} from '@platen/printer-mib';
import type { SnmpCredentials } from './snmp/credentials';
import { openSession } from './snmp/net-snmp-session';
import { AccessRefusedError, DeviceSilentError, type RequestBudget, type SnmpSession } from './snmp/session';

/** A printer's address. */
export interface PollTarget {
  /** name or IP address */
  host: string;
  /** UDP, usually 161 */
  port: number;
}

/** How a poll is made. */
export interface PollOptions {
  version: '1' | '2c';
  /** until a request is sent again; half as much more each time */
  timeoutMs: number;
  /** how often a request is sent again */
  retries: number;
  /** requests after which the poll gives up */
  maxRequests: number;
}

export const defaultPollOptions: PollOptions = {
  version: '2c',
  timeoutMs: 1500,
  retries: 3,
  maxRequests: 300,
};

/** A decoded poll and what it cost. */
export type DevicePoll = DecodedPoll & {
  /** SNMP requests; resends are not counted */
  requests: number;
};

/**
 * Asks one printer and decodes what it says.
 * @throws DeviceSilentError, AccessRefusedError, RequestBudgetError, or the error of the name service
 */
export async function pollDevice(
  target: PollTarget,
  credentials: SnmpCredentials,
  options: Partial<PollOptions> = {},
): Promise<DevicePoll> {
  const settings = { ...defaultPollOptions, ...options };
  const budget: RequestBudget = { used: 0, limit: settings.maxRequests };
  const open = (context?: string) => {
    const patience = context === undefined ? {} : contextPatience(settings);
    return openSession({ ...target, ...settings, ...patience, credentials, context }, budget);
  };
  const varbinds = await collect(open);
  return { ...decodePoll(varbinds), requests: budget.used };
}

/** The device has just answered at home, so its silence in another context is known sooner. */
function contextPatience({ timeoutMs, retries }: PollOptions): Pick<PollOptions, 'timeoutMs' | 'retries'> {
  return { timeoutMs: Math.min(timeoutMs, 500), retries: Math.min(retries, 3) };
}

/** Asks what every printer knows, then what its maker's printers know. */
export async function collect(open: (context?: string) => Promise<SnmpSession>): Promise<Varbinds> {
  const session = await open();
  try {
    const standard = await ask(session, standardPlan);
    const plan = vendorPlan(standard);
    const all = new Map([...standard, ...(await ask(session, plan))]);
    if (plan.context === undefined || isComplete(all)) return all;
    return new Map([...(await askContext(() => open(plan.context), plan)), ...all]);
  } finally {
    session.close();
  }
}

async function ask(
  session: SnmpSession,
  plan: { gets: readonly string[]; walks: readonly string[] },
): Promise<Varbinds> {
  return new Map([...(await session.get(plan.gets)), ...(await session.walk(plan.walks))]);
}

/** True when the default context told who the device is, what it has printed and how full it is. */
function isComplete(varbinds: Varbinds): boolean {
  const { identity, meters, supplies } = decodePoll(varbinds);
  return identity.model !== null && meters.length > 0 && supplies.length > 0;
}

/** A device without the context is silent, as for a wrong community: then there is nothing more to learn. */
async function askContext(open: () => Promise<SnmpSession>, vendor: FetchPlan): Promise<Varbinds> {
  const session = await open();
  try {
    return new Map([...(await ask(session, standardPlan)), ...(await ask(session, vendor))]);
  } catch (error) {
    if (error instanceof DeviceSilentError || error instanceof AccessRefusedError) return new Map();
    throw error;
  } finally {
    session.close();
  }
}
