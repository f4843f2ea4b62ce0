import type { Operation } from '../harness/bench';
import { deviceIdOf } from './world';

/** Devices of the measured customer, and the size of the page that is asked for. */
export const PAGE = 50;

const list = `query BenchList($first: Int!) {
  devices(first: $first) {
    edges { cursor node { id name serialNumber maker model state lastSeenAt floor department } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Four services: who asks, 50 machines, what is in them, what is being done about them. */
const dashboard = `query BenchDashboard($first: Int!) {
  viewer { kind rights user { id firstName lastName } customer { id number name } }
  devices(first: $first) {
    edges {
      node {
        id name model state lastSeenAt
        supplies { id slot color class low level { state percent at } }
        openTickets { id number subject status }
        lastOrder { id number status expectedOn }
      }
    }
  }
}`;

/** A change and the join of another service's data onto its result. */
const mutation = `mutation BenchPlace($input: UpdateDeviceInput!) {
  updateDevice(input: $input) {
    __typename
    ... on ChangeDeviceSuccess { device { id name floor openTickets { id number status } } }
    ... on UserError { code message }
  }
}`;

/** The three kinds of request that the goals speak of. */
export const operations: readonly Operation[] = [
  { name: 'list', body: JSON.stringify({ query: list, variables: { first: PAGE } }) },
  { name: 'dashboard', body: JSON.stringify({ query: dashboard, variables: { first: PAGE } }) },
  {
    name: 'mutation',
    body: JSON.stringify({
      query: mutation,
      variables: { input: { idempotencyKey: '$unique', deviceId: deviceIdOf(0), room: '$unique' } },
    }),
  },
];
