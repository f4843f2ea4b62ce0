import type { Right } from '@platen/contracts';

/** Everything that can be done within one organisation, in its administrator's hands (R19-R29). */
const administrator: readonly Right[] = [
  'device:read',
  'device:all',
  'order:read',
  'order:place',
  'order:approve',
  'ticket:read',
  'ticket:open',
  'meter:read',
  'meter:submit',
  'report:read',
  'invoice:read',
  'contract:read',
  'equipment:manage',
  'collector:manage',
  'user:manage',
  'guest:manage',
  'key:manage',
  'audit:read',
];

/** Daily work at the own machines. Reports (R70) and invoices (S3) are given on top, each by itself. */
const member: readonly Right[] = [
  'device:read',
  'order:read',
  'order:place',
  'ticket:read',
  'ticket:open',
  'meter:read',
];

/** Staff who answer the phone: the branch's customers, their machines, counters, orders and requests; no prices (R86). */
const serviceDesk: readonly Right[] = [
  'customer:read',
  'device:read',
  'device:all',
  'order:read',
  'order:manage',
  'ticket:read',
  'ticket:open',
  'meter:read',
  'meter:submit',
  'meter:manage',
  'collector:manage',
];

/** Staff who send supplies and look after machines. */
const logistics: readonly Right[] = [
  'customer:read',
  'device:read',
  'device:all',
  'device:manage',
  'order:read',
  'order:approve',
  'order:manage',
  'shipment:write',
  'catalogue:manage',
  'ticket:read',
];

/** Staff who invoice: the only ones beside the branch's administrator who see prices. */
const finance: readonly Right[] = [
  'customer:read',
  'device:read',
  'device:all',
  'order:read',
  'meter:read',
  'meter:manage',
  'meter:book',
  'report:read',
  'invoice:read',
  'contract:read',
];

/** Staff who run the branch: its settings, customers, staff and keys. */
const branchAdministrator: readonly Right[] = [
  'customer:read',
  'customer:manage',
  'device:read',
  'device:all',
  'device:manage',
  'collector:manage',
  'order:read',
  'order:approve',
  'order:manage',
  'shipment:write',
  'catalogue:manage',
  'ticket:read',
  'ticket:open',
  'meter:read',
  'meter:submit',
  'meter:manage',
  'meter:book',
  'report:read',
  'invoice:read',
  'contract:read',
  'branch:manage',
  'staff:manage',
  'key:manage',
  'audit:read',
];

/** Roles that every customer starts with. */
export const customerRoles = { Administrator: administrator, Member: member } as const;

/** Roles that every branch's staff start with. */
export const staffRoles = {
  'Service desk': serviceDesk,
  Logistics: logistics,
  Finance: finance,
  'Branch administrator': branchAdministrator,
} as const;
