import {
  type DeviceLifecycle,
  type LifecycleAct,
  actsAt,
  afterAct,
  deviceLifecycles,
  isInUse,
  lifecycleActs,
} from './lifecycle';

const no = null;
/** Every cell: where an act leads from each point of a machine's life. */
const table: Record<LifecycleAct, Record<DeviceLifecycle, DeviceLifecycle | null>> = {
  install: {
    planned: 'installed',
    installed: no,
    in_repair: no,
    swapped: no,
    retired: no,
    collected: no,
  },
  send_to_repair: {
    planned: no,
    installed: 'in_repair',
    in_repair: no,
    swapped: no,
    retired: no,
    collected: no,
  },
  bring_back: {
    planned: no,
    installed: no,
    in_repair: 'installed',
    swapped: no,
    retired: no,
    collected: no,
  },
  swap: {
    planned: no,
    installed: 'swapped',
    in_repair: 'swapped',
    swapped: no,
    retired: no,
    collected: no,
  },
  retire: {
    planned: 'retired',
    installed: 'retired',
    in_repair: 'retired',
    swapped: no,
    retired: no,
    collected: no,
  },
  collect: {
    planned: no,
    installed: no,
    in_repair: no,
    swapped: 'collected',
    retired: 'collected',
    collected: no,
  },
  move: {
    planned: 'planned',
    installed: 'installed',
    in_repair: no,
    swapped: no,
    retired: no,
    collected: no,
  },
};

const cells = lifecycleActs.flatMap((act) => deviceLifecycles.map((from) => [act, from] as const));

test.each(cells)('%s from %s', (act, from) => {
  expect(afterAct(from, act)).toBe(table[act][from]);
});

test('the acts offered are those that lead somewhere', () => {
  expect(actsAt('installed')).toEqual(['send_to_repair', 'swap', 'retire', 'move']);
  expect(actsAt('collected')).toEqual([]);
});

test('what came to its end never comes back into use: the serial returns as a machine of its own', () => {
  const back = cells.filter(([act, from]) => {
    const to = afterAct(from, act);
    return to !== null && !isInUse(from) && isInUse(to);
  });
  expect(back).toEqual([]);
});
