import { actors } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';
import { FleetDeviceAccess } from './device-access';

const fleet = useFleet();
const site = buildSite();
const device = buildDevice(site);

test('assignments are told from memory for a second at most, then anew', async () => {
  await fleet.load({ sites: [site], devices: [device], users: [buildMember([device.id])] });
  let elapsed = 0;
  const access = new FleetDeviceAccess(fleet.app().platform.work, () => elapsed);
  expect(await access.scopeOf(actors.member)).toEqual({ all: false, deviceIds: [device.id] });
  await fleet.admin().query('delete from fleet.device_user');
  elapsed = 999;
  expect(await access.scopeOf(actors.member)).toEqual({ all: false, deviceIds: [device.id] });
  elapsed = 1000;
  expect(await access.scopeOf(actors.member)).toEqual({ all: false, deviceIds: [] });
});

test('who sees all of a tenant, or nothing, needs no list', async () => {
  const access = fleet.app().access;
  expect(await access.scopeOf(actors.administrator)).toEqual({ all: true });
  expect(await access.scopeOf(actors.staff)).toEqual({ all: true });
  expect(await access.scopeOf(actors.anonymous)).toEqual({ all: false, deviceIds: [] });
  expect(await access.scopeOf({ ...actors.member, rights: new Set() })).toEqual({
    all: false,
    deviceIds: [],
  });
});

test('a failure is not remembered', async () => {
  let fails = true;
  const { work } = fleet.app().platform;
  const access = new FleetDeviceAccess({
    read: (...call: Parameters<typeof work.read>) =>
      fails ? Promise.reject(new Error('down')) : work.read(...call),
  } as typeof work);
  await expect(access.scopeOf(actors.member)).rejects.toThrow('down');
  fails = false;
  expect(await access.scopeOf(actors.member)).toEqual({ all: false, deviceIds: [] });
});
