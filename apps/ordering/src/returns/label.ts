import type { BranchSettings } from '@platen/contracts';
import { message } from '../messages/message';
import type { OrderReturnRow } from './order-return.service';

/** What is written on the parcel: read by the branch's warehouse, so in the branch's language. */
export function labelOf(row: OrderReturnRow, settings: BranchSettings | null): string {
  const locale = settings?.locale ?? 'en';
  const what = row.articleName ?? message(locale, 'returnEmpties');
  return [
    message(locale, 'returnLabel', { number: row.number }),
    settings?.brand.name,
    message(locale, 'returnOrder', { number: row.orderNumber }),
    `${row.quantity} × ${what}`,
    message(locale, REASONS[row.reason]),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

const REASONS = {
  surplus: 'returnSurplus',
  empties: 'returnEmpties',
  wrong: 'returnWrong',
  damaged: 'returnDamaged',
} as const;
