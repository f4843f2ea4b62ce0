import { z } from 'zod';
import { defineEvent } from './kit';

/**
 * Acts that the audit log keeps (threats C40): `<thing>.<what was done>`. Names are added, never reused: entries
 * outlive the code that wrote them.
 */
export const auditActions = [
  'session.opened',
  'session.refused',
  'session.ended',
  'session.viewed-as',
  'password.changed',
  'password.reset-requested',
  'password.reset',
  'second-factor.added',
  'second-factor.removed',
  'second-factor.required',
  'email.change-requested',
  'email.changed',
  'email.change-undone',
  'profile.changed',
  'consent.given',
  'consent.withdrawn',
  'personal-data.exported',
  'personal-data.viewed',
  'prices.viewed',
  'user.invited',
  'invitation.revoked',
  'invitation.accepted',
  'application.received',
  'application.approved',
  'application.declined',
  'user.rights-changed',
  'user.deactivated',
  'user.reactivated',
  'user.erased',
  'role.created',
  'role.changed',
  'role.deleted',
  'devices.assigned',
  'group.changed',
  'device.registered',
  'device.changed',
  'device.moved',
  'device.lifecycle-changed',
  'devices.imported',
  'site.created',
  'site.changed',
  'model.changed',
  'meter-reads.handed-in',
  'meter-reads.booked',
  'meter-read.corrected',
  'meter.reset',
  'meter-exception.resolved',
  'meter-period.closed',
  'approval-rule.changed',
  'order.placed',
  'order.changed',
  'order.decided',
  'order.shipped',
  'article.changed',
  'replenishment.changed',
  'collector.enrolled',
  'collector.changed',
  'report.exported',
  'report.scheduled',
  'key.created',
  'key.rotated',
  'key.revoked',
  'customer.created',
  'customer.changed',
  'customer.suspended',
  'customer.resumed',
  'notification-address.change-requested',
  'notification-address.changed',
  'branch.created',
  'branch.changed',
  'access.denied',
  'audit.exported',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Values beside an entry: what was changed from and to. Ids and settings, never names, addresses or secrets (C41). */
export type AuditFacts = Record<string, string | number | boolean | null | string[]>;

/** Something worth keeping for ever happened in one of the services; identity appends it to the chained log. */
export const auditEntryRecorded = defineEvent({
  name: 'platform.audit-entry.recorded.v1',
  payload: z.object({
    action: z.enum(auditActions),
    occurredAt: z.iso.datetime(),
    actor: z.object({
      kind: z.enum(['anonymous', 'guest', 'user', 'staff', 'partner', 'collector', 'system']),
      id: z.uuid().nullable(),
      /** who looks through this actor's eyes, null as a rule */
      viewedBy: z.uuid().nullable(),
    }),
    /** whose log it belongs to; null: the branch's own */
    customerId: z.uuid().nullable(),
    /** null: of the installation, for example a sign-in with a name that nobody has */
    branchId: z.uuid().nullable(),
    target: z.object({ kind: z.string().max(40), id: z.string().max(100) }).nullable(),
    facts: z.record(
      z.string(),
      z.union([
        z.string().max(500),
        z.number(),
        z.boolean(),
        z.null(),
        z.array(z.string().max(200)).max(300),
      ]),
    ),
    requestId: z.string(),
  }),
});
