import type { TFunction } from 'i18next';

/**
 * Acts in the order of the choice; the words of each are `audit.action.*`. The service may know newer ones. Written here
 * again because the portal knows nothing of the services but their graph; a test keeps it equal to theirs.
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

const isKnown = (action: string): action is AuditAction => auditActions.some((known) => known === action);

/** What was done, in the reader's words; an act newer than this page shows as the service names it. */
export function actionWords(action: string, t: TFunction): string {
  return isKnown(action) ? t(`audit.action.${action}`) : action;
}

/** The acts of one name, or all of one thing: `key` stands for `key.created`, `key.rotated` and `key.revoked`. */
export function actionsNamed(name: string): readonly string[] {
  const ofThing = auditActions.filter((action) => action.startsWith(`${name}.`));
  return ofThing.length > 0 ? ofThing : [name];
}
