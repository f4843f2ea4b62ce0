import { type SilenceFacts, silenceCause } from './device-silence';

const alone: SilenceFacts = {
  everHeard: true,
  collector: null,
  failure: null,
  ofCollector: { others: 0, heard: 0 },
  atSite: { others: 0, heard: 0 },
  addressTaken: false,
};
const all = { others: 10, heard: 10 };
const few = { others: 10, heard: 2 };
const online = { state: 'ONLINE', isClockOff: false } as const;
const late = { state: 'ONLINE', isClockOff: true } as const;
const mute = { state: 'SILENT', isClockOff: true } as const;
const revoked = { state: 'REVOKED', isClockOff: false } as const;

test.each<[string, Partial<SilenceFacts>, string]>([
  ['one machine of one', {}, 'MACHINE'],
  ['its neighbours are heard', { ofCollector: all, atSite: all }, 'MACHINE'],
  ['never heard, whatever else', { everHeard: false, ofCollector: few }, 'NEVER_HEARD'],
  ['four fifths of its collector are silent', { ofCollector: few, atSite: few }, 'COLLECTOR'],
  ['three of ten of its collector are heard', { ofCollector: { others: 10, heard: 3 } }, 'MACHINE'],
  ['the collector works, the site is silent', { ofCollector: all, atSite: few }, 'SITE_NETWORK'],
  ['one silent neighbour proves nothing', { atSite: { others: 1, heard: 0 } }, 'MACHINE'],
  ['two silent neighbours do', { atSite: { others: 2, heard: 0 } }, 'SITE_NETWORK'],
  ['another machine has its address', { atSite: all, addressTaken: true }, 'ADDRESS_TAKEN'],
  ['the site is silent, an address taken or not', { atSite: few, addressTaken: true }, 'SITE_NETWORK'],
  ['its collector has no key, whatever else', { collector: revoked, failure: 'OTHER' }, 'COLLECTOR_REVOKED'],
  ['its collector is silent, whatever its clock', { collector: mute, atSite: all }, 'COLLECTOR_SILENT'],
  ['its collector reports, and reaches none', { collector: online, ofCollector: few }, 'COLLECTOR_NETWORK'],
  ['so does one whose clock is off', { collector: late, ofCollector: few }, 'COLLECTOR_CLOCK'],
  ['a clock is off, and it is the only machine', { collector: late }, 'COLLECTOR_CLOCK'],
  ['a clock is off, and others are heard', { collector: late, ofCollector: all }, 'MACHINE'],
  ['a clock is off, and it did not answer', { collector: late, failure: 'SILENT' }, 'MACHINE'],
  ['its collector waits for its first round', { collector: { ...online, state: 'WAITING' } }, 'MACHINE'],
  ['it refused the collector', { collector: online, failure: 'ACCESS_REFUSED' }, 'ACCESS_REFUSED'],
  ['it refused from the beginning', { everHeard: false, failure: 'ACCESS_REFUSED' }, 'ACCESS_REFUSED'],
  ['something else answers there', { collector: online, failure: 'NO_PRINTER' }, 'ADDRESS_TAKEN'],
  ['it answers what nobody understands', { collector: online, failure: 'NOT_IPP' }, 'NOT_READ'],
  ['it did not answer, as all of its site', { failure: 'SILENT', atSite: few }, 'SITE_NETWORK'],
])('%s', (_, facts, cause) => {
  expect(silenceCause({ ...alone, ...facts })).toBe(cause);
});
