import type { Right } from '@platen/contracts';
import { type ApprovalReason, type ApprovalRule, noApproval, reasonToApprove } from './approval-rule';

const member = { kind: 'user', rights: new Set<Right>(['order:place']) } as const;
const approver = { kind: 'user', rights: new Set<Right>(['order:place', 'order:approve']) } as const;
const staff = { kind: 'staff', rights: new Set<Right>(['order:place']) } as const;
const five = [
  { quantity: 2, priceMinor: 5_000 },
  { quantity: 3, priceMinor: null },
];

test.each<
  [string, Partial<ApprovalRule>, typeof member | typeof approver | typeof staff, ApprovalReason | null]
>([
  ['no rule', {}, member, null],
  ['always', { always: true }, member, 'always'],
  ['always, but he approves himself', { always: true }, approver, null],
  ['exactly the quantity', { aboveQuantity: 5 }, member, null],
  ['one more than the quantity', { aboveQuantity: 4 }, member, 'quantity'],
  ['the quantity holds for approvers too: another one decides', { aboveQuantity: 4 }, approver, 'quantity'],
  ['exactly the amount', { aboveAmountMinor: 10_000 }, member, null],
  ['a cent more', { aboveAmountMinor: 9_999 }, member, 'amount'],
  ['staff', { always: true, aboveQuantity: 1, aboveAmountMinor: 0 }, staff, null],
])('%s', (_, rule, actor, reason) => {
  expect(reasonToApprove({ ...noApproval, ...rule }, actor, five)).toBe(reason);
});
