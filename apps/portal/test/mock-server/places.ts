import { type MockDevice, sites as known } from './devices';
import type { MockSession } from './graph';
import type { MockPerson } from './people';

interface Place {
  id: string;
  customerId: string;
  name: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  deliveryContact: { name: string; email: string | null; phone: string | null } | null;
  deliveryInstructions: string | null;
  closedAt: string | null;
}

type Typed = Partial<Record<string, string>>;
interface Asked {
  readonly first?: number;
  readonly after?: string;
  readonly filter?: { search?: string; customerId?: string; closed?: boolean } | null;
}
type Connect = (nodes: readonly { id: string }[], page: Asked) => unknown;

const notFound = { __typename: 'SiteNotFoundError', code: 'SITE_NOT_FOUND', message: 'No such location.' };

const mayManage = ({ kind, rights }: MockPerson) =>
  rights.includes(kind === 'STAFF' ? 'device:manage' : 'equipment:manage');

/** Locations of the mock: what they are, and how they are added, changed and closed. */
export function makePlaces(
  devices: readonly MockDevice[],
  connect: Connect,
  allowed: (session: MockSession, right: string, field: string) => MockPerson,
) {
  const places: Place[] = known.map((site) => ({
    ...site,
    deliveryContact: {
      name: 'Elena Bianchi',
      email: 'elena.bianchi@rossi.example',
      phone: '+39 02 5550 142',
    },
    deliveryInstructions: 'Deliveries from 8 to 12, entrance in via Piatti. Ring "Economato".',
    closedAt: null,
  }));
  const node = (place: Place, person: MockPerson) => ({
    ...place,
    deviceCount: devices.filter((device) => device.site.id === place.id).length,
    viewerCanUpdate: mayManage(person),
  });
  const seen = (place: Place, { kind, customerId }: MockPerson) =>
    kind === 'STAFF' || place.customerId === customerId;
  const faults = (typed: Typed, except?: Place) => {
    const taken = places.some((place) => place !== except && place.name === typed.name);
    const empty = ['name', 'street', 'postalCode', 'city'].filter((path) => typed[path]?.trim() === '');
    const fields = [
      ...empty.map((path) => ({ path, message: 'This part of the address is needed.' })),
      ...(taken ? [{ path: 'name', message: 'Another location already has this name.' }] : []),
    ];
    return fields.length > 0
      ? { __typename: 'InvalidInputError', code: 'INVALID_INPUT', message: 'Look again.', fields }
      : null;
  };
  const factsIn = (typed: Typed) => ({
    name: typed.name ?? '',
    street: typed.street ?? '',
    postalCode: typed.postalCode ?? '',
    city: typed.city ?? '',
    country: typed.country ?? '',
    deliveryContact: typed.deliveryContactName
      ? {
          name: typed.deliveryContactName,
          email: typed.deliveryContactEmail || null,
          phone: typed.deliveryContactPhone || null,
        }
      : null,
    deliveryInstructions: typed.deliveryInstructions || null,
  });
  const warningsOf = ({ country, postalCode }: Place) =>
    country === 'IT' && !/^\d{5}$/.test(postalCode)
      ? [{ path: 'postalCode', message: 'Postal codes of this country are usually written otherwise.' }]
      : [];
  const answer = (__typename: string, place: Place, person: MockPerson) => ({
    __typename,
    site: node(place, person),
    warnings: warningsOf(place),
  });
  type Session = Parameters<typeof allowed>[0];

  return {
    sites: (args: Asked, session: Session) => {
      const person = allowed(session, 'device:read', 'sites');
      const { search = '', customerId, closed = false } = args.filter ?? {};
      const found = places.filter(
        (place) =>
          seen(place, person) &&
          (place.closedAt !== null) === closed &&
          (!customerId || place.customerId === customerId) &&
          `${place.name} ${place.street} ${place.city}`.toLowerCase().includes((search ?? '').toLowerCase()),
      );
      return connect(
        found.map((place) => node(place, person)),
        args,
      );
    },
    site: ({ id }: { id: string }, session: Session) => {
      const person = allowed(session, 'device:read', 'site');
      const place = places.find((candidate) => candidate.id === id && seen(candidate, person));
      return place ? node(place, person) : null;
    },
    createSite: ({ input }: { input: Typed }, session: Session) => {
      const person = allowed(session, 'device:read', 'createSite');
      const refused = faults(input);
      if (refused) return refused;
      const place: Place = {
        ...factsIn(input),
        id: `site-${places.length}`,
        customerId: input.customerId ?? person.customerId ?? '',
        closedAt: null,
      };
      places.push(place);
      return answer('CreateSiteSuccess', place, person);
    },
    updateSite: ({ input }: { input: Typed }, session: Session) => {
      const person = allowed(session, 'device:read', 'updateSite');
      const place = places.find(({ id }) => id === input.siteId);
      if (!place) return notFound;
      const refused = faults(input, place);
      if (refused) return refused;
      Object.assign(place, factsIn(input));
      return answer('UpdateSiteSuccess', place, person);
    },
    closeSite: ({ input: { siteId } }: { input: { siteId: string } }) => {
      const place = places.find(({ id }) => id === siteId);
      if (!place) return notFound;
      place.closedAt = '2026-11-20T10:00:00.000Z';
      return { __typename: 'CloseSiteSuccess', siteId };
    },
  };
}
