/** What people are shown of a machine: exactly one of these. */
export const deviceStates = ['WORKING', 'WARNING', 'DOWN', 'SILENT', 'NOT_MONITORED'] as const;
export type DeviceState = (typeof deviceStates)[number];

/** Reasons to look at a machine first. */
export const deviceAttentions = ['DOWN', 'SILENT', 'LOW_SUPPLY', 'ANY'] as const;
export type DeviceAttention = (typeof deviceAttentions)[number];

/** Orders of the list. Urgency: down, silent, low supply, warning, working, not monitored. Last seen: newest first. */
export const deviceOrders = ['NAME', 'SITE', 'LAST_SEEN', 'URGENCY'] as const;
export type DeviceOrder = (typeof deviceOrders)[number];
