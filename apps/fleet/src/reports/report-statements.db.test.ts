import { statementsOf } from '@platen/testing';
import { memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { readers, yearOf } from '../../test/reports';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { group } = groupsOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino', city: 'Torino' });
const first = buildDevice(milano, { department: 'Sales', ...yearOf(100, 20) });

beforeEach(() => fleet.load({ sites: [milano, torino], devices: [first], users: [buildMember([first.id])] }));

describe.each(['MONTH', 'DEVICE', 'GROUP', 'SITE', 'DEPARTMENT'])('P1 a report by %s', (by) => {
  test.each(['administrator', 'member'] as const)(
    'costs %s the same statements, whether of one machine or of many',
    async (who) => {
      const whole = () =>
        fleet.data(readers[who], WHOLE, { input: { of: 'ALL', by, from: '2026-08', to: '2026-10' } });
      // A new connection has things of its own to ask.
      await whole();
      const few = await statementsOf(whole);
      const many = Array.from({ length: 40 }, (_, at) =>
        buildDevice(at % 2 === 0 ? milano : torino, {
          department: `Department ${at % 7}`,
          ...yearOf(100 + at, 7),
        }),
      );
      await fleet.load({ devices: many, users: [buildMember(many.map(({ id }) => id))] });
      for (const { id } of many.slice(0, 8)) await group(`Group ${id}`, [id], [memberId]);
      const more = await statementsOf(whole);
      // The parts are read side by side, in no order.
      expect(more.sort()).toEqual(few.sort());
    },
  );
});

const WHOLE = `query ($input: VolumeReportInput!) { volumeReport(input: $input) { __typename ... on VolumeReport {
  total { sum } lines { name note total duplexShare } lineCount coverage { neverRead } usage { judged }
  footprint { sheets } } } }`;
