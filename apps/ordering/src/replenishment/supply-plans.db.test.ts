import { deviceChanged, supplyLevelChanged } from '@platen/contracts';
import { blackTonerOf, knownDevice, knownTenant, memberOf, newTenant, staffOf } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const PLANS = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Device {
    supplyPlans {
      slot kind color state nextStep code text forecast { leftPercent emptyFrom emptyLikely emptyTo reorderAtPercent }
      decisions(first: 2) { ordered code text levelPercent forecast { leftPercent } }
    }
  } }
}`;

interface Plans {
  readonly _entities: {
    readonly supplyPlans: {
      readonly code: string;
      readonly text: string;
      readonly forecast: Record<string, unknown> | null;
      readonly decisions: { readonly code: string }[];
    }[];
  }[];
}

describe('R51 R26 what the automatic ordering says of a supply', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(async () => {
    await ordering.database.clean();
    ordering.scopes.clear();
  });

  async function lowToner() {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    const read = blackTonerOf(device);
    await ordering.deliver(supplyLevelChanged, read(1, 40));
    await ordering.deliver(supplyLevelChanged, read(2, 18));
    await ordering.deliver(supplyLevelChanged, read(3, 17));
    return { tenant, device };
  }

  const plansOf = async (actor: ReturnType<typeof memberOf>, deviceId: string) => {
    const representations = [{ __typename: 'Device', id: deviceId }];
    const answer = await ordering.data<Plans>(actor, PLANS, { representations });
    return answer._entities[0]?.supplyPlans;
  };

  test('is the standing plan, its forecast and the newest decisions, in the language of who asks', async () => {
    const { tenant, device } = await lowToner();
    const [plan] = (await plansOf(memberOf(tenant, { locale: 'en' }), device.deviceId)) ?? [];
    expect(plan).toMatchObject({
      slot: '1.1',
      kind: 'TONER',
      color: 'BLACK',
      state: 'ORDERED',
      nextStep: 'AWAIT_DELIVERY',
      code: 'already-on-order',
      text: 'Nothing more is ordered because an order for this supply is on its way.',
      decisions: [
        { ordered: false, code: 'already-on-order', levelPercent: 17 },
        {
          ordered: true,
          code: 'level-at-reorder-point',
          text: 'Ordered automatically: 18% was left, and we order at 20%.',
        },
      ],
    });
    expect(plan?.forecast).toBeNull();
    const [dutch] = (await plansOf(memberOf(tenant, { locale: 'nl' }), device.deviceId)) ?? [];
    expect(dutch?.text).toMatch(/bestel/);
  });

  test('holds a forecast as soon as the pace is known', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    const read = blackTonerOf(device);
    for (let day = 1; day <= 30; day++) {
      const readAt = new Date(Date.UTC(2026, 9, 16 + day, 6)).toISOString();
      await ordering.deliver(
        supplyLevelChanged,
        read(0, 80 - day, { readAt, totalImpressions: 50_000 + day * 120 }),
      );
    }
    const [plan] = (await plansOf(memberOf(tenant, { locale: 'en' }), device.deviceId)) ?? [];
    expect(plan).toMatchObject({ state: 'OK', nextStep: 'ORDER_WHEN_DUE', code: 'risk-acceptable' });
    const { emptyFrom, emptyLikely, emptyTo, leftPercent } = plan?.forecast ?? {};
    expect([emptyFrom, emptyLikely, emptyTo].toSorted()).toEqual([emptyFrom, emptyLikely, emptyTo]);
    expect(emptyFrom).toMatch(/^202[67]-/);
    expect(leftPercent).toBeGreaterThan(40);
    expect(plan?.text).toContain('expected to run out between');
  });

  test('T2 is not told to strangers, nor of machines that the actor may not see, nor of unwatched ones (R38)', async () => {
    const { tenant, device } = await lowToner();
    const member = memberOf(tenant, { id: '00000000-0000-7000-8000-00000000000a' });
    expect(await plansOf(member, device.deviceId)).toHaveLength(1);
    ordering.scopes.set(member.id, { all: false, deviceIds: [] });
    expect(await plansOf(member, device.deviceId)).toEqual([]);
    expect(await plansOf(memberOf(newTenant()), device.deviceId)).toEqual([]);
    expect(await plansOf(staffOf(newTenant()), device.deviceId)).toEqual([]);
    expect(await plansOf(staffOf(tenant), device.deviceId)).toHaveLength(1);
    await ordering.deliver(deviceChanged, { ...device, version: 2, monitored: false });
    expect(await plansOf(staffOf(tenant), device.deviceId)).toEqual([]);
  });

  test('is asked of any device, and of none that is no id, without harm', async () => {
    const tenant = await knownTenant(ordering);
    expect(await plansOf(memberOf(tenant), "' or true --")).toEqual([]);
    expect(await plansOf(memberOf(tenant), newTenant().branchId)).toEqual([]);
  });
});
