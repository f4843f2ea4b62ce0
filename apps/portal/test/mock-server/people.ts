import { managerRights } from './groups';
import { administratorRights } from './users';

/** Branches, customers and people of the mock: two branches, three customers, one person per kind of right. */
export interface MockBranch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly brandName: string;
  readonly brandColor: string;
  readonly passwordHelp: 'ORGANISATION_ADMINISTRATOR' | 'PROVIDER';
  readonly registration: 'INVITATION_ONLY' | 'SELF_REGISTRATION';
  readonly contacts: readonly {
    topic: string;
    phone: string | null;
    mail: string | null;
    hours: string | null;
  }[];
}

export const branches: readonly MockBranch[] = [
  {
    id: 'branch-it',
    code: 'IT',
    name: 'Italia',
    locale: 'it-IT',
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    brandName: 'Aurora Stampa',
    brandColor: '#243b6b',
    passwordHelp: 'ORGANISATION_ADMINISTRATOR',
    registration: 'INVITATION_ONLY',
    contacts: [
      { topic: 'GENERAL', phone: '+39 02 5550 100', mail: 'info@aurora.example', hours: '8:30–17:30' },
      { topic: 'SUPPLIES', phone: '800 555 100', mail: 'materiali@aurora.example', hours: '8:30–17:30' },
      { topic: 'METERS', phone: null, mail: 'letture@aurora.example', hours: null },
      {
        topic: 'SERVICE_AND_PORTAL',
        phone: '800 555 200',
        mail: 'portale@aurora.example',
        hours: '8:00–18:00',
      },
      { topic: 'BILLING', phone: null, mail: 'fatture@aurora.example', hours: null },
    ],
  },
  {
    id: 'branch-nl',
    code: 'NL',
    name: 'Nederland',
    locale: 'nl-NL',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    brandName: 'Noorderlicht Print',
    brandColor: '#1f4e46',
    passwordHelp: 'PROVIDER',
    registration: 'SELF_REGISTRATION',
    contacts: [
      { topic: 'GENERAL', phone: '+31 20 555 0100', mail: 'info@noorderlicht.example', hours: '8:30–17:00' },
      {
        topic: 'SERVICE_AND_PORTAL',
        phone: '+31 20 555 0120',
        mail: 'portaal@noorderlicht.example',
        hours: null,
      },
      { topic: 'BILLING', phone: '+31 20 555 0130', mail: 'facturen@noorderlicht.example', hours: null },
    ],
  },
];

export interface MockCustomer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly branchId: string;
}

export const customers: readonly MockCustomer[] = [
  { id: 'customer-rossi', number: '100218', name: 'Rossi Assicurazioni', branchId: 'branch-it' },
  { id: 'customer-vries', number: '300514', name: 'De Vries Logistiek', branchId: 'branch-nl' },
  { id: 'customer-new', number: '100933', name: 'Studio Nuovo', branchId: 'branch-it' },
];

const everyRight = [
  'device:read',
  'order:read',
  'order:place',
  'ticket:read',
  'invoice:read',
  'key:manage',
  'collector:manage',
  'audit:read',
];

export interface MockPerson {
  readonly kind: 'USER' | 'STAFF';
  readonly user: {
    readonly id: string;
    readonly email: string;
    firstName: string;
    lastName: string;
    phone: string | null;
    locale: string;
    readonly roleName: string;
  };
  readonly customerId: string | null;
  readonly branchId: string;
  readonly rights: readonly string[];
  /** who looks through these eyes */
  readonly viewedBy?: { readonly firstName: string; readonly lastName: string; readonly endsAt: string };
  /** Fields that fail for this person, to see the pages without a part of the graph. */
  readonly away?: readonly string[];
}

/** Everybody's password in the mock. */
export const password = 'carta e inchiostro';

const person = (
  email: string,
  name: readonly [string, string],
  customerId: string | null,
  locale: string,
  more: Partial<MockPerson> & { roleName?: string } = {},
): MockPerson => ({
  kind: 'USER',
  user: {
    id: `user-${email}`,
    email,
    firstName: name[0],
    lastName: name[1],
    phone: '+39 02 5550 177',
    locale,
    roleName: more.roleName ?? 'Administrator',
  },
  customerId,
  branchId: customers.find(({ id }) => id === customerId)?.branchId ?? 'branch-it',
  rights: everyRight,
  ...more,
});

/** A fresh set, because a person can change the language. */
export const makePeople = (): MockPerson[] => [
  person('elena.bianchi@rossi.example', ['Elena', 'Bianchi'], 'customer-rossi', 'it-IT'),
  person('emma.rinaldi@rossi.example', ['Emma', 'Rinaldi'], 'customer-rossi', 'en-GB'),
  person('jan@devries.example', ['Jan', 'de Vries'], 'customer-vries', 'nl-NL'),
  person('machines.only@rossi.example', ['Marco', 'Galli'], 'customer-rossi', 'en-GB', {
    rights: ['device:read'],
    roleName: 'Reader',
  }),
  person('nothing@rossi.example', ['Nina', 'Conti'], 'customer-rossi', 'en-GB', { rights: [] }),
  person('anja@devries.example', ['Anja', 'Smit'], 'customer-vries', 'en-GB', {
    rights: [...everyRight, 'user:manage'],
  }),
  ...[
    person('rosa.villa@rossi.example', ['Rosa', 'Villa'], 'customer-rossi', 'en-GB'),
    person('rino.villa@rossi.example', ['Rino', 'Villa'], 'customer-rossi', 'it-IT'),
    person('ruud@devries.example', ['Ruud', 'Bos'], 'customer-vries', 'nl-NL'),
  ].map((reader) => ({ ...reader, rights: [...everyRight, 'report:read'] })),
  person('new@nuovo.example', ['Nadia', 'Nuovo'], 'customer-new', 'en-GB'),
  person('secure@rossi.example', ['Serena', 'Costa'], 'customer-rossi', 'en-GB', {
    rights: [...everyRight, 'user:manage'],
  }),
  person('must.add@rossi.example', ['Mauro', 'Addis'], 'customer-rossi', 'en-GB', { rights: [] }),
  person('orders.away@rossi.example', ['Otto', 'Riva'], 'customer-rossi', 'en-GB', {
    away: ['orders', 'orderSummary', 'lastOrder', 'order'],
  }),
  person('fleet.away@rossi.example', ['Flavia', 'Neri'], 'customer-rossi', 'en-GB', {
    away: ['devices', 'device', 'fleetSummary', 'sites'],
  }),
  person('giorgia.sala@rossi.example', ['Giorgia', 'Sala'], 'customer-rossi', 'en-GB', {
    rights: managerRights,
  }),
  person('rita.serra@rossi.example', ['Rita', 'Serra'], 'customer-rossi', 'en-GB', {
    rights: [...everyRight, 'meter:read', 'meter:submit'],
  }),
  person('ugo.mari@rossi.example', ['Ugo', 'Mari'], 'customer-rossi', 'en-GB', {
    rights: ['device:read', 'meter:read'],
    roleName: 'Member',
  }),
  person('watched@rossi.example', ['Marco', 'Conti'], 'customer-rossi', 'en-GB', {
    rights: ['device:read', 'order:read', 'ticket:read'],
    roleName: 'Member',
    viewedBy: { firstName: 'Giorgia', lastName: 'Sala', endsAt: '2099-01-31T14:32:00.000Z' },
  }),
  person('anna.neri@rossi.example', ['Anna', 'Neri'], 'customer-rossi', 'en-GB', {
    rights: administratorRights,
  }),
  person('bianca@aurora.example', ['Bianca', 'Riva'], null, 'en-GB', {
    kind: 'STAFF',
    roleName: 'Branch administrator',
    rights: ['customer:read', 'customer:manage', 'branch:manage', 'staff:manage'],
  }),
  person('rita.longo@aurora.example', ['Rita', 'Longo'], null, 'en-GB', {
    kind: 'STAFF',
    roleName: 'Logistics',
    rights: ['customer:read', 'device:read', 'device:all', 'device:manage'],
  }),
  person('livia.moro@aurora.example', ['Livia', 'Moro'], null, 'en-GB', {
    kind: 'STAFF',
    roleName: 'Logistics',
    rights: [
      'customer:read',
      'device:read',
      'device:all',
      'order:read',
      'order:approve',
      'order:manage',
      'shipment:write',
      'catalogue:manage',
    ],
  }),
  person('maria.conti@aurora.example', ['Maria', 'Conti'], null, 'en-GB', {
    kind: 'STAFF',
    roleName: 'Meters',
    rights: ['customer:read', 'device:read', 'device:all', 'meter:read', 'meter:submit', 'meter:manage'],
  }),
  person('sara@aurora.example', ['Sara', 'Ferri'], null, 'en-GB', {
    kind: 'STAFF',
    roleName: 'Dispatcher',
    rights: ['customer:read'],
  }),
];
