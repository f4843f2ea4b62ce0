import type { SupplyColor, SupplyKind } from './poll';

/** prtMarkerSuppliesType (RFC 3805, PrtMarkerSuppliesTypeTC) -> family. Types 1 other and 2 unknown say nothing. */
const KIND_OF_TYPE: Readonly<Record<number, SupplyKind>> = {
  3: 'toner',
  4: 'waste', // wasteToner
  5: 'ink',
  6: 'ink', // inkCartridge
  7: 'ink', // inkRibbon
  8: 'waste', // wasteInk
  9: 'drum', // opc
  10: 'developer',
  11: 'fuser', // fuserOil
  12: 'ink', // solidWax
  13: 'ink', // ribbonWax
  14: 'waste', // wasteWax
  15: 'fuser',
  16: 'maintenance', // coronaWire
  17: 'fuser', // fuserOilWick
  18: 'maintenance', // cleanerUnit
  19: 'fuser', // fuserCleaningPad
  20: 'transfer', // transferUnit
  21: 'toner', // tonerCartridge
  22: 'fuser', // fuserOiler
  24: 'waste', // wasteWater
  26: 'waste', // wastePaper
  29: 'staples', // stitchingWire
  32: 'staples',
};

/** Words of descriptions, most telling first: a "waste toner box" is waste, a "drum cartridge" is a drum. */
const KIND_OF_WORD: readonly (readonly [RegExp, SupplyKind])[] = [
  [
    /waste|collection (unit|kit|bottle)|resttoner|auffang|scarto|recupero|résidu|residual|使用済|廃|废/i,
    'waste',
  ],
  [/staple|klammer|punti metallici|agrafe|nietjes|針|钉/i, 'staples'],
  [/developer|entwickler|sviluppatore|développeur|現像|显影/i, 'developer'],
  [/drum|\bopc\b|photo-?conduct|imaging unit|image unit|trommel|tamburo|tambour|ドラム|鼓/i, 'drum'],
  [/fus(er|ing)|fixier|fusore|four\b|定着|定影/i, 'fuser'],
  [/transfer|\bbelt\b|\bitb\b|trasferimento|transfert|転写|转印/i, 'transfer'],
  [
    /maintenance|wartung|manutenzione|roller|filter|feed(er)?\b|separation|retard|cleaner|\bkit\b/i,
    'maintenance',
  ],
  [/\bink\b|tinte|inchiostro|encre|\binkt\b|インク|墨水|墨盒/i, 'ink'],
  [/toner|cartridge|cartuccia|kartusche|トナー|粉/i, 'toner'],
];

const COLOR_OF_WORD: readonly (readonly [RegExp, SupplyColor])[] = [
  [/black|schwarz|\bnero\b|\bnera\b|\bnoir|zwart|\bnegro\b|黑|黒|ブラック/i, 'black'],
  [/cyan|\bciano\b|青|シアン/i, 'cyan'],
  [/magenta|品红|洋红|マゼンタ/i, 'magenta'],
  [/yellow|\bgelb|\bgiallo|\bjaune|\bgeel|\bamarillo|黄|イエロー/i, 'yellow'],
];

/** Last letters of a part number such as TK-8527K or SJIC35P-BK, when the whole last word is one. */
const COLOR_SUFFIX = /(?:^|\s)[A-Z0-9-]*\d[A-Z]?-?(BK|K|C|M|Y)$/;
const COLOR_OF_SUFFIX: Readonly<Record<string, SupplyColor>> = {
  BK: 'black',
  K: 'black',
  C: 'cyan',
  M: 'magenta',
  Y: 'yellow',
};

/** Kinds that come in colours; the rest serve the whole device unless their name has a colour. */
export const COLORED_KINDS: ReadonlySet<SupplyKind> = new Set(['toner', 'ink', 'drum', 'developer']);

/** Family of a supply by its type, else by the words of its description. */
export function supplyKind(type: number | undefined, description: string): SupplyKind {
  const byType = type === undefined ? undefined : KIND_OF_TYPE[type];
  return byType ?? KIND_OF_WORD.find(([word]) => word.test(description))?.[1] ?? 'other';
}

/**
 * Colour by prtMarkerColorantValue, else by the description, else by the last letter of a part number.
 * @returns `other` for a named colorant outside the process colours, `none` when nothing names a colour
 */
export function supplyColor(kind: SupplyKind, colorant: string, description: string): SupplyColor {
  const named = colorWord(colorant) ?? colorWord(description);
  if (named !== undefined) return named;
  if (!COLORED_KINDS.has(kind)) return 'none';
  const suffix = COLOR_SUFFIX.exec(partNumberEnd(description))?.[1];
  if (suffix !== undefined) return COLOR_OF_SUFFIX[suffix] ?? 'none';
  return colorant === '' || /^(none|unknown|other)$/i.test(colorant) ? 'none' : 'other';
}

function colorWord(text: string): SupplyColor | undefined {
  return COLOR_OF_WORD.find(([word]) => word.test(text))?.[1];
}

/** Only a description that is one part number, or ends in one with a dash, may name a colour by its last letter. */
function partNumberEnd(description: string): string {
  const last = description.split(' ').at(-1) ?? '';
  return last === description || /-(BK|K|C|M|Y)$/.test(last) ? last : '';
}

/** prtMarkerSuppliesSupplyUnit by its RFC 3805 name. */
const UNIT_NAMES: Readonly<Record<number, string>> = {
  1: 'other',
  3: 'tenThousandthsOfInches',
  4: 'micrometers',
  7: 'impressions',
  8: 'sheets',
  11: 'hours',
  12: 'thousandthsOfOunces',
  13: 'tenthsOfGrams',
  14: 'hundrethsOfFluidOunces',
  15: 'tenthsOfMilliliters',
  16: 'feet',
  17: 'meters',
  18: 'items',
  19: 'percent',
};

/** RFC 3805's name of a supply unit, `unknown` when the device does not say. */
export function supplyUnitName(unit: number | undefined): string {
  return (unit === undefined ? undefined : UNIT_NAMES[unit]) ?? 'unknown';
}
