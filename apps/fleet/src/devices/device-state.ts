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

/** Which ranks of urgency machines of a state have: a low supply makes those that work or warn more urgent. */
export const stateRanks: Readonly<Record<DeviceState, readonly number[]>> = {
  DOWN: [0],
  SILENT: [1],
  WARNING: [2, 3],
  WORKING: [2, 4],
  NOT_MONITORED: [5],
  PLANNED: [5],
  IN_REPAIR: [5],
  RETIRED: [5],
};

/** Reasons to look at a machine first. */
export const deviceAttentions = ['DOWN', 'SILENT', 'LOW_SUPPLY', 'ANY'] as const;
export type DeviceAttention = (typeof deviceAttentions)[number];

/** Which ranks of urgency machines have that somebody should look at. */
export const attentionRanks: Readonly<Record<DeviceAttention, readonly number[]>> = {
  DOWN: [0],
  SILENT: [1],
  LOW_SUPPLY: [0, 1, 2],
  ANY: [0, 1, 2],
};

/** Where in its life a machine is; ENDED: swapped, retired or collected. */
export const deviceUses = ['PLANNED', 'INSTALLED', 'IN_REPAIR', 'ENDED'] as const;
export type DeviceUse = (typeof deviceUses)[number];

/** Orders of the list. Urgency: down, silent, low supply, warning, working, all others. Last seen: newest first. */
export const deviceOrders = ['NAME', 'SITE', 'LAST_SEEN', 'URGENCY'] as const;
export type DeviceOrder = (typeof deviceOrders)[number];
