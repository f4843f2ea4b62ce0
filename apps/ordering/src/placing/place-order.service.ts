import { randomUUID } from 'node:crypto';
import type { BranchSettings } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type DeviceAccess,
  type DeviceScope,
  type IdempotencyConflict,
  type Tx,
  type UnitOfWork,
  once,
} from '@platen/platform';
import type { InvalidInput } from '../input-faults';
import { type ApprovalReason, reasonToApprove } from '../approvals/approval-rule';
import { ruleOf } from '../approvals/approval-rules';
import { deliveryAddress } from '../orders/delivery-address';
import { grouped } from '../orders/grouped';
import type { OrderPlacement } from '../orders/order-placement';
import type { ProjectionService } from '../projections/projection.service';
import { confirmToOrganisation } from './confirm-request';
import { type GoodLine, type JudgedLine, type RefusedLine, judgeLines } from './judge-lines';
import { type OrderingFacts, readFacts } from './known-facts';
import { type OrderRequest, contactOf, faultsOfRequest } from './order-request';
import { placingTenantOf } from './placing.policy';

/** What was registered: ids and numbers, in the sequence of the lines that asked for each device first. */
export interface PlacedRequest {
  readonly batchId: string;
  readonly orders: readonly { readonly id: string; readonly number: string }[];
}

/** Some lines cannot be ordered; nothing was. */
export interface RequestRefused {
  readonly code: 'ORDER_REFUSED';
  readonly lines: readonly (Omit<RefusedLine, 'branchId'> & { readonly settings: BranchSettings | null })[];
}

export type PlacingOutcome = Result<PlacedRequest, InvalidInput | RequestRefused | IdempotencyConflict>;

const NO_DEVICE: DeviceScope = { all: false, deviceIds: [] };

/** Orders as people place them (R48-R54). */
export class PlaceOrderService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly projections: ProjectionService,
    private readonly placement: OrderPlacement,
    private readonly clock: Clock,
  ) {}

  /** Registers all lines or none: one order for each device, in one transaction with its events and mails. */
  async place(actor: Actor, request: OrderRequest): Promise<PlacingOutcome> {
    const fields = faultsOfRequest(request);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const tenant = placingTenantOf(actor);
    const devices = tenant ? await this.deviceAccess.scopeOf(actor) : NO_DEVICE;
    const command = { operation: 'placeOrder', key: request.idempotencyKey, input: request };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<PlacingOutcome> => {
        if (!tenant) return err({ code: 'ORDER_REFUSED', lines: nothingSeen(request) });
        const scope = { tenant, devices, hold: true };
        const facts = await readFacts(
          tx,
          scope,
          request.lines.map((line) => line.deviceId),
        );
        const settings = await this.settingsOf(tx, facts);
        const judged = judgeLines(request.lines, facts, (branchId) => of(settings, branchId));
        const refused = judged.filter(isRefused);
        if (refused.length > 0) return err({ code: 'ORDER_REFUSED', lines: withSettings(refused, settings) });
        return this.register(tx, { actor, devices, settings }, request, judged.filter(isGood));
      }),
    );
  }

  private async register(
    tx: Tx,
    { actor, devices, settings }: Placing,
    request: OrderRequest,
    lines: readonly GoodLine[],
  ): Promise<PlacingOutcome> {
    const address = await this.addressOf(tx, devices, request, lines);
    if (!address.ok) return address;
    const batchId = randomUUID();
    const placedAt = this.clock.now();
    const reasons = await this.approvalReasons(tx, actor, lines);
    const confirmed = [];
    for (const ofDevice of grouped(lines, ({ device }) => device.id).values()) {
      const [{ device }] = ofDevice as [GoodLine, ...GoodLine[]];
      const branch = of(settings, device.branchId);
      const to = address.value ?? deliveryAddress(device.site);
      const placed = await this.placement.place(tx, {
        device,
        settings: branch,
        lines: ofDevice.map(({ article, quantity, spot }) => ({
          articleId: article.id,
          quantity,
          supplySlot: spot.slot,
        })),
        automatic: false,
        by: actor,
        placedAt,
        deliveryAddress: to,
        decisionId: null,
        request: {
          batchId,
          costCentre: request.costCentre?.trim() || null,
          poNumber: request.poNumber?.trim() || null,
          deliveryContact: contactOf(request) ?? ownContact(device.deliveryContact),
          deliveryInstructions: request.instructions?.trim() || null,
          approvalReason: reasons.get(device.customerId) ?? null,
        },
      });
      auditOrder(tx, device, placed.id, ofDevice, batchId);
      confirmed.push({ ...placed, device, settings: branch, deliveryAddress: to, lines: ofDevice });
    }
    const registered = confirmed.filter(({ device }) => !reasons.get(device.customerId));
    await confirmToOrganisation(tx, this.projections, this.placement.publicUrl, registered);
    return ok({ batchId, orders: confirmed.map(({ id, number }) => ({ id, number })) });
  }

  /** @returns null when each device's own site receives; a fault for a site out of sight or another organisation's */
  private async addressOf(
    tx: Tx,
    devices: DeviceScope,
    { deliveryAddress: typed, deliverySiteId }: OrderRequest,
    lines: readonly GoodLine[],
  ): Promise<Result<string | null, InvalidInput>> {
    if (typed?.trim()) return ok(typed.trim());
    if (!deliverySiteId) return ok(null);
    const [customerId, ...others] = new Set(lines.map(({ device }) => device.customerId));
    // A parcel of one organisation never goes to the site of another, whoever orders for both.
    if (!customerId || others.length > 0) return SITE_UNKNOWN;
    const site = await this.projections.findSite(tx, customerId, deliverySiteId, devices);
    return site ? ok(deliveryAddress(site)) : SITE_UNKNOWN;
  }

  /** Why each organisation has to approve first what is ordered here for it. */
  private async approvalReasons(
    tx: Tx,
    actor: Actor,
    lines: readonly GoodLine[],
  ): Promise<ReadonlyMap<string, ApprovalReason | null>> {
    const reasons = new Map<string, ApprovalReason | null>();
    for (const [customerId, own] of grouped(lines, ({ device }) => device.customerId)) {
      const pieces = own.map(({ quantity, article }) => ({ quantity, priceMinor: article.priceMinor }));
      reasons.set(customerId, reasonToApprove(await ruleOf(tx, customerId), actor, pieces));
    }
    return reasons;
  }

  private async settingsOf(tx: Tx, { devices }: OrderingFacts): Promise<Map<string, BranchSettings>> {
    const settings = new Map<string, BranchSettings>();
    for (const branchId of new Set([...devices.values()].map((device) => device.branchId)))
      settings.set(branchId, await this.projections.getSettings(tx, branchId));
    return settings;
  }
}

/** Who places, what he sees, and the rules of the branches concerned. */
interface Placing {
  readonly actor: Actor;
  readonly devices: DeviceScope;
  readonly settings: ReadonlyMap<string, BranchSettings>;
}

const SITE_UNKNOWN = err<InvalidInput>({
  code: 'INVALID_INPUT',
  fields: [{ path: 'deliverySiteId', problem: 'siteUnknown' }],
});

const isRefused = (line: JudgedLine): line is RefusedLine => 'refusal' in line;
const isGood = (line: JudgedLine): line is GoodLine => !isRefused(line);

function nothingSeen({ lines }: OrderRequest): RequestRefused['lines'] {
  return lines.map((_, line) => ({ line, refusal: { code: 'no-right' }, settings: null }));
}

function withSettings(
  lines: readonly RefusedLine[],
  settings: ReadonlyMap<string, BranchSettings>,
): RequestRefused['lines'] {
  return lines.map(({ branchId, ...line }) => ({
    ...line,
    settings: branchId === null ? null : of(settings, branchId),
  }));
}

function of(settings: ReadonlyMap<string, BranchSettings>, branchId: string): BranchSettings {
  const found = settings.get(branchId);
  if (!found) throw new Error(`The settings of branch ${branchId} were not read.`);
  return found;
}

function ownContact(contact: GoodLine['device']['deliveryContact']) {
  return contact && { ...contact, phone: null };
}

/** Kept in the log of the organisation that gets the parcel, whoever ordered. */
function auditOrder(
  tx: Tx,
  { customerId, branchId, id }: GoodLine['device'],
  orderId: string,
  lines: readonly GoodLine[],
  batchId: string,
): void {
  tx.audit({
    action: 'order.placed',
    target: { kind: 'order', id: orderId },
    facts: {
      deviceId: id,
      batchId,
      lines: lines.length,
      pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    },
    of: { customerId, branchId },
  });
}
