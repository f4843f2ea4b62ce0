/** What people are shown of a machine: exactly one of these. The last three come from its life, not from a poll. */
export const deviceStates = [
  'WORKING',
  'WARNING',
  'DOWN',
  'SILENT',
  'NOT_MONITORED',
  'PLANNED',
  'IN_REPAIR',
  'RETIRED',
] as const;
export type DeviceState = (typeof deviceStates)[number];

/** Reasons to look at a machine first. */
export const deviceAttentions = ['DOWN', 'SILENT', 'LOW_SUPPLY', 'ANY'] as const;
export type DeviceAttention = (typeof deviceAttentions)[number];

/** Where in its life a machine is; ENDED: swapped, retired or collected. */
export const deviceUses = ['PLANNED', 'INSTALLED', 'IN_REPAIR', 'ENDED'] as const;
export type DeviceUse = (typeof deviceUses)[number];

/** Orders of the list. Urgency: down, silent, low supply, warning, working, all others. Last seen: newest first. */
export const deviceOrders = ['NAME', 'SITE', 'LAST_SEEN', 'URGENCY'] as const;
export type DeviceOrder = (typeof deviceOrders)[number];
