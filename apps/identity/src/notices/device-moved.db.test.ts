import { randomUUID } from 'node:crypto';
import { buildCustomer, buildWorld } from '@platen/testing';
import { buildUser } from '../../test/factories';
import { anna, branch, rossi, useIdentity } from '../../test/use-identity';
import { tellDeviceMoved } from './device-moved';

const { load, asSystem, letters, sql } = useIdentity();

const verdi = buildCustomer(branch, { name: 'Verdi' });
const marco = buildUser(rossi, {
  email: 'marco@rossi.example',
  firstName: 'Marco',
  role: 'Member',
  locale: 'nl',
});
const carla = buildUser(verdi, { email: 'carla@verdi.example', role: 'Member' });

beforeEach(() => load(buildWorld({ customers: [verdi], users: [marco, carla] })));

const site = (name: string, floor: string | null) => ({
  siteId: randomUUID(),
  name,
  street: 'Via Roma 1',
  postalCode: '20121',
  city: name,
  country: 'IT',
  floor,
  room: null,
});
const moved = (more: Record<string, unknown> = {}) => {
  const event = {
    deviceId: randomUUID(),
    customerId: rossi.id,
    branchId: branch.id,
    name: 'Press',
    serialNumber: 'A1',
    from: site('Milano', null),
    to: site('Torino', '3'),
    movedOn: '2026-11-25',
    contractNumber: null,
    movedBy: anna.id,
    userIds: [marco.id],
    siteContact: null,
    ...more,
  };
  return asSystem((tx) =>
    tellDeviceMoved(event, letters(), { tx, messageId: randomUUID() } as Parameters<
      typeof tellDeviceMoved
    >[2]),
  );
};
const sent = async () =>
  (await sql(`select recipient, locale, data->'values' as values from identity.mail order by recipient desc`))
    .rows;

test('R20 the people chosen and the contact of the new place are told, each in their language', async () => {
  await moved({ siteContact: { name: 'Ugo', email: 'ugo@rossi.example' } });
  expect(await sent()).toMatchObject([
    { recipient: 'ugo@rossi.example', locale: rossi.locale },
    {
      recipient: 'marco@rossi.example',
      locale: 'nl',
      values: {
        administrator: 'Anna Neri',
        machine: 'Press',
        day: '25 november 2026',
        from: 'Milano, Via Roma 1, Milano',
        to: 'Torino, Via Roma 1, Torino, 3',
      },
    },
  ]);
});

test('R33 nobody of another organisation, and nobody who was deactivated', async () => {
  await moved({ userIds: [carla.id] });
  await sql(`update identity.user_account set deactivated_at = now() where email = '${marco.email}'`);
  await moved();
  expect(await sent()).toEqual([]);
});
