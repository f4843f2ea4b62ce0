import type { SupplyColor, SupplyKind } from '@platen/contracts';
import type { ApprovalReason } from '../approvals/approval-rule';
import type { ReasonCode, ReasonInputs } from '../replenishment/reason-inputs';
import type { OrderStatus } from './order-status';

/** An order as it is read for lists and pages. */
export interface OrderRow {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly deviceId: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly automatic: boolean;
  readonly placedAt: Date;
  /** yyyy-mm-dd */
  readonly expectedOn: string;
  readonly deliveryAddress: string;
  /** what the branch says about it */
  readonly note: string | null;
  /** the same for what a person ordered together */
  readonly batchId: string | null;
  readonly placedBy: string | null;
  readonly costCentre: string | null;
  readonly poNumber: string | null;
  readonly contactName: string | null;
  readonly deliveryInstructions: string | null;
  readonly approvalCode: ApprovalReason | null;
  readonly declineReason: string | null;
  readonly reasonCode: ReasonCode | null;
  readonly reasonInputs: ReasonInputs | null;
  readonly decidedAt: Date | null;
}

/** A line of an order with its article. */
export interface OrderLineRow {
  readonly id: string;
  readonly orderId: string;
  readonly quantity: number;
  readonly supplySlot: string | null;
  readonly articleId: string;
  readonly partNumber: string;
  readonly name: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
}
