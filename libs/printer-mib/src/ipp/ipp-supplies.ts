import { type Level, percentLevel, state, supplyLevel } from '../level';
import type { Supply, SupplyColor, SupplyKind } from '../poll';
import { supplyColor, supplyKind } from '../supply-words';
import { type IppAttributes, integersOf, pairsOf, textsOf } from './attributes';

/**
 * Supplies as printer-supply tells them (PWG 5100.13, the rows of the Printer MIB as text), else by the older
 * marker-* lists, whose levels are percent of what is left.
 */
export function ippSupplies(attributes: IppAttributes): Supply[] {
  const rows = textsOf(attributes, 'printer-supply').map(pairsOf);
  const markers = markerSupplies(attributes);
  // A printer that knows both tells the same parts in the same order; only the rows know classes and units.
  return rows.length > 0 && rows.length >= markers.length ? rowSupplies(rows, attributes) : markers;
}

function rowSupplies(rows: readonly Readonly<Record<string, string>>[], attributes: IppAttributes): Supply[] {
  const descriptions = textsOf(attributes, 'printer-supply-description');
  return rows.map((row, i) => {
    const description = descriptions[i] ?? '';
    const kind = kindOf(row.type ?? '', description);
    const capacity = integer(row.maxcapacity);
    return {
      index: `ipp.${i + 1}`,
      description,
      kind,
      color: supplyColor(kind, row.colorantname ?? '', description),
      class:
        /receptacle/i.test(row.class ?? '') || (!row.class && kind === 'waste') ? 'receptacle' : 'consumed',
      ...supplyLevel(integer(row.level), capacity),
      capacity: capacity !== undefined && capacity > 0 ? capacity : null,
      unit: row.unit ?? 'unknown',
      serial: null,
    };
  });
}

function markerSupplies(attributes: IppAttributes): Supply[] {
  const types = textsOf(attributes, 'marker-types');
  const colors = textsOf(attributes, 'marker-colors');
  const levels = integersOf(attributes, 'marker-levels');
  return textsOf(attributes, 'marker-names').map((description, i) => {
    const kind = kindOf(types[i] ?? '', description);
    return {
      index: `ipp.${i + 1}`,
      description,
      kind,
      color: markerColor(kind, colors[i] ?? '', description),
      class: kind === 'waste' ? 'receptacle' : 'consumed',
      ...markerLevel(kind, levels[i]),
      capacity: null,
      unit: 'percent',
      serial: null,
    };
  });
}

/** Whether a waste box counts up or down here is not agreed between makers, so its number says nothing. */
function markerLevel(kind: SupplyKind, level: number | undefined): Level {
  if (level === -3) return state('some');
  if (level === -1) return state('unrestricted');
  if (level === undefined || kind === 'waste') return state('unknown');
  return percentLevel(level);
}

const COLOR_OF_RGB: Readonly<Record<string, SupplyColor>> = {
  '#000000': 'black',
  '#00FFFF': 'cyan',
  '#FF00FF': 'magenta',
  '#FFFF00': 'yellow',
};

/** `#00FFFF`; several in one (`#00FFFF#FF00FF#FFFF00`) are a cartridge of several colours. */
function markerColor(kind: SupplyKind, rgb: string, description: string): SupplyColor {
  const known = COLOR_OF_RGB[rgb.toUpperCase()];
  if (known) return known;
  return rgb.startsWith('#') ? 'other' : supplyColor(kind, rgb === 'none' ? '' : rgb, description);
}

/** Keywords of marker-types and types of printer-supply, spelled in several ways: ink-cartridge, inkCartridge. */
const KIND_OF_TYPE: readonly (readonly [RegExp, SupplyKind])[] = [
  [/^waste/, 'waste'],
  [/^toner/, 'toner'],
  [/^(ink|solidwax|ribbonwax)/, 'ink'],
  [/^(opc|drum)/, 'drum'],
  [/^developer/, 'developer'],
  [/^fuser/, 'fuser'],
  [/^transfer/, 'transfer'],
  [/^(staples|stitching)/, 'staples'],
  [/^(corona|cleaner|fuserclean)/, 'maintenance'],
];

function kindOf(type: string, description: string): SupplyKind {
  const plain = type.replace(/[^a-z]/gi, '').toLowerCase();
  return KIND_OF_TYPE.find(([word]) => word.test(plain))?.[1] ?? supplyKind(undefined, description);
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,10}$/.test(text) ? Number(text) : undefined;
}
