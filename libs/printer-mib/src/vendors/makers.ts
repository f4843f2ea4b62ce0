import { ENTERPRISES, host, system } from '../oids';
import { cleanText, textAt } from '../text';
import { printerIndex } from '../status';
import type { Varbinds } from '../varbinds';
import { brother } from './brother';
import { canon } from './canon';
import { epson } from './epson';
import { hp } from './hp';
import { konicaMinolta } from './konica-minolta';
import { kyocera } from './kyocera';
import { dell, lexmark, oki, panasonic, pantum, samsung, toshiba, zebra } from './more-makers';
import type { VendorProfile } from './profile';
import { ricoh } from './ricoh';
import { sharp } from './sharp';
import { fujifilm, xerox } from './xerox';

/** Every maker that has a profile. A new one is one file and one line here. */
export const makers: readonly VendorProfile[] = [
  hp,
  konicaMinolta,
  kyocera,
  ricoh,
  canon,
  xerox,
  fujifilm,
  sharp,
  epson,
  brother,
  oki,
  pantum,
  samsung,
  toshiba,
  panasonic,
  zebra,
  lexmark,
  dell,
];

const byEnterprise = new Map(
  makers.flatMap((maker) => maker.enterprises.map((number) => [number, maker] as const)),
);

/**
 * The maker of a device, by whose rules its own objects are read. sysObjectID decides, because a badge (Savin on
 * a Ricoh, UTAX on a Kyocera) does not change the firmware; where it is absent or a foreign print server's,
 * hrDeviceID does, and then the words of sysDescr and hrDeviceDescr.
 */
export function makerOf(varbinds: Varbinds): VendorProfile | undefined {
  const index = printerIndex(varbinds);
  const ids = [varbinds.get(system.sysObjectID), varbinds.get(`${host.hrDeviceID}.${index}`)];
  for (const id of ids) {
    const known = typeof id === 'string' ? byEnterprise.get(enterpriseOf(id)) : undefined;
    if (known !== undefined) return known;
  }
  const words = [
    textAt(varbinds, system.sysDescr),
    cleanText(varbinds.get(`${host.hrDeviceDescr}.${index}`)),
  ];
  return makers.find((maker) => words.some((word) => maker.hint.test(word ?? '')));
}

/** The maker whose words these are: of a device id, of printer-make-and-model. */
export function makerByWords(words: string): VendorProfile | undefined {
  return makers.find((maker) => maker.hint.test(words));
}

/** The private enterprise number of an OID; NaN outside the enterprises. A leading dot is tolerated. */
export function enterpriseOf(oid: string): number {
  const plain = oid.replace(/^\./, '');
  if (!plain.startsWith(`${ENTERPRISES}.`)) return Number.NaN;
  return Number(plain.slice(ENTERPRISES.length + 1).split('.', 1)[0]);
}
