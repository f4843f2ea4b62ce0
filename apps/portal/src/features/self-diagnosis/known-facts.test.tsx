import { Formatter } from '@platen/ui';
import { speak, startI18n } from '../../shared/i18n';
import { type SilentDevice, knownFacts } from './known-facts';

const silence: SilentDevice['silence'] = {
  __typename: 'DeviceSilence',
  ...{ since: null, limitHours: 24, cause: 'MACHINE', nearby: 0, heardNearby: 0, addressTaken: false },
  ...{ collectorState: null, collectorReportedAt: null, collectorClockOffMinutes: null, failure: null },
};

test.each<[string, Partial<SilentDevice['silence']>, [string, string][]]>([
  ['nothing is known of it', {}, []],
  [
    'its key is gone: its last report counts no more',
    { collectorState: 'REVOKED', collectorReportedAt: '2026-11-20T10:00:00Z' },
    [['Its collector', 'its key was taken away']],
  ],
  ['it waits', { collectorState: 'WAITING' }, [['Its collector', 'has not reported yet']]],
  ['one minute is one', { collectorClockOffMinutes: 1 }, [['Clock of the collector', 'off by one minute']]],
  ['a day', { collectorClockOffMinutes: 1440 }, [['Clock of the collector', 'off by 1,440 minutes']]],
  [
    'it was refused',
    { failure: 'ACCESS_REFUSED' },
    [['What the collector found', 'Answers, but refuses this user']],
  ],
])('of the collector: %s', async (_, of, expected) => {
  const i18n = await startI18n();
  await speak(i18n, 'en');
  const device = { lastSeenAt: null, ipAddress: null, site: null, silence: { ...silence, ...of } };
  const facts = knownFacts(
    device as unknown as SilentDevice,
    i18n.t,
    new Formatter({ locale: 'en-GB', timeZone: 'Europe/Rome' }),
  );
  expect(facts.slice(2)).toEqual(expected);
});
