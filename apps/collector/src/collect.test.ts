import type { Varbinds, VarbindValue } from '@platen/printer-mib';
import { collect } from './poll-device';
import { DeviceSilentError, type SnmpSession } from './snmp/session';

type Mib = Record<string, VarbindValue>;

const HP = { '1.3.6.1.2.1.1.2.0': '1.3.6.1.4.1.11.2.3.9.1' };
const SHARP = { '1.3.6.1.2.1.1.2.0': '1.3.6.1.4.1.2385.3.1' };
const TONER = { '1.3.6.1.2.1.43.11.1.1.6.1.1': 'Black Cartridge', '1.3.6.1.2.1.43.11.1.1.9.1.1': -3 };

/** A network that is only a map, one per SNMP context; a context without a map is silent. */
function network(contexts: Record<string, Mib>) {
  const opened: string[] = [];
  let open = 0;
  const session = (mib: Mib | undefined): SnmpSession => {
    const pick = async (wanted: (oid: string) => boolean): Promise<Varbinds> => {
      if (mib === undefined) throw new DeviceSilentError('192.0.2.1');
      return new Map(Object.entries(mib).filter(([oid]) => wanted(oid)));
    };
    open++;
    return {
      get: (oids) => pick((oid) => oids.includes(oid)),
      walk: (columns) => pick((oid) => columns.some((column) => oid.startsWith(`${column}.`))),
      close: () => {
        open--;
      },
    };
  };
  const connect = async (context = '') => {
    opened.push(context);
    return session(contexts[context]);
  };
  return { connect, opened, left: () => open };
}

test('an HP device that keeps its supplies in the context Jetdirect is asked there', async () => {
  const { connect, opened, left } = network({ '': HP, Jetdirect: TONER });
  expect(Object.fromEntries(await collect(connect))).toEqual({ ...HP, ...TONER });
  expect([opened, left()]).toEqual([['', 'Jetdirect'], 0]);
});

test('an HP device without the context is complete as it is', async () => {
  const { connect, left } = network({ '': HP });
  expect(Object.fromEntries(await collect(connect))).toEqual(HP);
  expect(left()).toBe(0);
});

test('no other maker is asked for a context', async () => {
  const { connect, opened } = network({ '': SHARP });
  await collect(connect);
  expect(opened).toEqual(['']);
});

test('a silent device is an error and leaves no session open', async () => {
  const { connect, left } = network({});
  await expect(collect(connect)).rejects.toThrow(DeviceSilentError);
  expect(left()).toBe(0);
});
