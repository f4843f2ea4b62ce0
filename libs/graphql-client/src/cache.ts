import { type FieldPolicy, InMemoryCache, type Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from './generated/possible-types';

/** A connection is one list per set of these arguments; pages of it are joined by their cursors. */
const connection = (...keyArgs: string[]) => relayStylePagination(keyArgs);

/** Every list that is read page by page, with all of its arguments but the cursor: a test holds it to the documents. */
export const lists = {
  Query: {
    applications: connection('state', 'first'),
    auditEntries: connection('filter', 'first'),
    branchHistory: connection('first'),
    collectors: connection('filter', 'first'),
    customers: connection('search', 'first'),
    deviceGroups: connection('filter', 'first'),
    deviceGroupUsers: connection('groupId', 'first'),
    deviceModels: connection('search', 'first'),
    deviceViewers: connection('deviceId', 'first'),
    devices: connection('filter', 'orderBy', 'first'),
    invitations: connection('state', 'first'),
    invoices: connection('first'),
    meterCases: connection('filter', 'first'),
    meterRound: connection('filter', 'first'),
    orders: connection('filter', 'first'),
    partnerKeys: connection('first'),
    sightChanges: connection('userId', 'first'),
    sites: connection('filter', 'first'),
    staff: connection('first'),
    tickets: connection('filter', 'first'),
    unknownDevices: connection('dismissed', 'first'),
    users: connection('filter', 'customerId', 'first'),
  },
  Device: { timeline: connection('first') },
  DeviceImport: { rows: connection('verdict', 'first') },
  Meter: { reads: connection('first') },
};

/** A field that finds one entity by `id`: what a list has brought already is not asked for again. */
const entity = (type: string): FieldPolicy<Reference | null> => ({
  read: (known, { args, toReference }) => {
    // null is an answer (not found), only undefined means not asked yet
    if (known !== undefined) return known;
    const id: unknown = args?.id;
    return typeof id === 'string' ? toReference({ __typename: type, id }) : undefined;
  },
});

/** Cache of one signed-in person. Entities are found again by their id; pages of a list are joined. */
export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    // so that `... on UserError` matches its members
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          ...lists.Query,
          // the page of an order or a machine opens with what the list already knows
          device: entity('Device'),
          order: entity('SupplyOrder'),
          deviceGroup: entity('DeviceGroup'),
          user: entity('User'),
        },
      },
      // one viewer and one summary at a time: merged in place, not replaced
      Viewer: { keyFields: [], merge: true },
      FleetSummary: { keyFields: [], merge: true },
      OrderSummary: { keyFields: [], merge: true },
      Branch: { keyFields: ['id'] },
      Customer: { keyFields: ['id'] },
      Device: { keyFields: ['id'], fields: lists.Device },
      DeviceImport: { fields: lists.DeviceImport },
      Meter: { fields: lists.Meter },
      Site: { keyFields: ['id'] },
      SupplyOrder: { keyFields: ['id'] },
      ServiceTicket: { keyFields: ['id'] },
      Invoice: { keyFields: ['id'] },
      // values without a life of their own
      SupplyLevel: { keyFields: false },
      DeviceSight: { keyFields: false },
      Watcher: { keyFields: false },
      DaysLeft: { keyFields: false },
      Money: { keyFields: false },
      OrderReason: { keyFields: false },
      // what an entry of the log says of somebody, not the person
      AuditActor: { keyFields: false },
      AuditViewer: { keyFields: false },
      AuditTarget: { keyFields: false },
    },
  });
}
