import type { WorldDevice, WorldGroup } from '@platen/contracts';
import { idOf } from './ids';

const groups = [
  { customer: 'rossi', name: 'Sinistri', has: (device: WorldDevice) => device.department === 'Sinistri' },
  {
    customer: 'rossi',
    name: 'Torino, primo piano',
    has: (device: WorldDevice) => device.siteId === idOf('site rossi-torino') && device.floor === '1',
    givenTo: ['marco.conti@rossi.example'],
  },
  { customer: 'verdi', name: 'Studio', has: (device: WorldDevice) => device.department === 'Studio' },
  { customer: 'vandijk', name: 'Magazijn', has: (device: WorldDevice) => device.department === 'Magazijn' },
] as const;

/** Machines that belong together. Marco's group holds machines that he is given by themselves too. */
export function groupsOf(devices: readonly WorldDevice[]): WorldGroup[] {
  return groups.map((group) => {
    const customerId = idOf(`customer ${group.customer}`);
    const own = devices.filter((device) => device.customerId === customerId);
    return {
      id: idOf(`group ${group.customer} ${group.name}`),
      customerId,
      branchId: own[0]?.branchId ?? '',
      name: group.name,
      deviceIds: own.filter(group.has).map((device) => device.id),
      userIds: 'givenTo' in group ? group.givenTo.map((email) => idOf(`user ${email}`)) : [],
    };
  });
}
