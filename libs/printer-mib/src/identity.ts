import { deviceIds, host, printer, system } from './oids';
import type { Identity } from './poll';
import { printerIndex } from './status';
import { asSerial, cleanText, deviceIdKeys, firstText, textAt } from './text';
import { rowsUnder, type Varbinds } from './varbinds';
import type { VendorProfile } from './vendors/profile';

/** Who the device is, from the standard objects and the maker's own. */
export function decodeIdentity(varbinds: Varbinds, maker: VendorProfile | undefined): Identity {
  const sysDescr = textAt(varbinds, system.sysDescr) ?? '';
  const described = maker?.fromSysDescr?.(sysDescr) ?? {};
  const ids = [...(maker?.deviceIdOids ?? []), deviceIds.ppmPrinterIEEE1284DeviceId, deviceIds.hpDeviceId];
  const keys = ids.map((oid) => deviceIdKeys(varbinds, oid));
  const idValue = (key: string) => keys.map((found) => found[key]).find((value) => value) ?? null;
  const brand = idValue('MFG');
  return {
    maker: maker?.maker ?? brand,
    model: modelOf(varbinds, maker, {
      sysDescr,
      described: described.model,
      fromIds: [idValue('MDL'), idValue('DES')],
    }),
    serial: serialOf(varbinds, maker) ?? asSerial(idValue('SN')) ?? asSerial(described.serial),
    firmware: firmwareOf(varbinds, maker) ?? described.firmware?.trim() ?? null,
    name: textAt(varbinds, system.sysName),
    location: textAt(varbinds, system.sysLocation),
  };
}

interface ModelSources {
  sysDescr: string;
  described: string | undefined;
  fromIds: readonly (string | null)[];
}

/** The first source that names a model; which of the first two is asked first is the maker's matter. */
function modelOf(varbinds: Varbinds, maker: VendorProfile | undefined, from: ModelSources): string | null {
  const own = [...(maker?.modelOids ?? []).map((oid) => textAt(varbinds, oid))];
  const index = printerIndex(varbinds);
  const fromHost = [textAt(varbinds, `${host.hrDeviceDescr}.${index}`)];
  const first =
    maker?.ownModelFirst === true
      ? [...own, from.described, ...from.fromIds, ...fromHost]
      : [...fromHost, ...own];
  const general = rowsUnder(varbinds, printer.prtGeneralPrinterName).map((row) => cleanText(row.value));
  const candidates = [...first, ...from.fromIds, from.described, ...general, modelInSysDescr(from.sysDescr)];
  const brands = maker?.brands;
  return candidates.map((name) => modelName(name ?? '', brands)).find((name) => name !== '') ?? null;
}

/** What a print server, a network card or the firmware says of itself is no model. */
const NOT_A_MODEL = /print ?server|ethernet|built-in|printing system|\bNC-\d|jetdirect|^generic\b|^printer$/i;

/** "Xerox WorkCentre 7855; SS 072..." -> "WorkCentre 7855"; "Brother HL-2270DW series" -> "HL-2270DW". */
export function modelName(text: string, brands: RegExp | undefined): string {
  const name = text.split(';', 1)[0]?.trim() ?? '';
  const bare = (brands === undefined ? name : name.replace(brands, '')).trim();
  const short = /\d.* series$/i.test(bare) ? bare.replace(/\s+series$/i, '') : bare;
  return NOT_A_MODEL.test(short) ? '' : short;
}

/** "RICOH MP 3053 1.09 / RICOH Network Printer C model" -> "RICOH MP 3053"; needs a digit to be a model at all. */
function modelInSysDescr(sysDescr: string): string {
  const [name = ''] = sysDescr.split(/[;,]|\s\/\s?|\s+version\s|\s+rev\.|\s\/P\b/i);
  const model = name.replace(/\s+v?\d+\.\d+[\w.]*$/i, '').trim();
  return /\d/.test(model) ? model : '';
}

function serialOf(varbinds: Varbinds, maker: VendorProfile | undefined): string | null {
  const standard = rowsUnder(varbinds, printer.prtGeneralSerialNumber).map((row) => cleanText(row.value));
  const own = (maker?.serialOids ?? []).map((oid) => textAt(varbinds, oid));
  return [...standard, ...own].map(asSerial).find((serial) => serial !== null) ?? null;
}

function firmwareOf(varbinds: Varbinds, maker: VendorProfile | undefined): string | null {
  const scalar = firstText(varbinds, maker?.firmwareOids ?? []);
  return (scalar ?? firmwareInTable(varbinds, maker))?.replace(/^Firmware Ver\.\s*/i, '') ?? null;
}

function firmwareInTable(varbinds: Varbinds, maker: VendorProfile | undefined): string | null {
  const table = maker?.firmwareTable;
  if (table === undefined) return null;
  const row = rowsUnder(varbinds, table.names).find(({ value }) => table.row.test(cleanText(value)));
  return row === undefined ? null : textAt(varbinds, `${table.versions}.${row.index}`);
}
