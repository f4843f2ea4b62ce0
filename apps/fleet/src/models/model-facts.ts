import type { SupplyClass, SupplyColor, SupplyKind } from '@platen/contracts';

/** A place for a supply in every machine of a model. */
export interface ModelSlot {
  /** as the devices number it, for example 1.1 */
  readonly slot: string;
  readonly kind: SupplyKind;
  readonly color: SupplyColor;
  readonly class: SupplyClass;
  readonly description: string;
}

/** What a branch knows of a model. */
export interface ModelFacts {
  readonly maker: string;
  readonly model: string;
  readonly color: boolean;
  readonly a3: boolean;
  /** recommended impressions a month, both or neither */
  readonly monthlyFrom: number | null;
  readonly monthlyTo: number | null;
  readonly slots: readonly ModelSlot[];
  /** kinds of its counters, for example total, mono, color */
  readonly meterKinds: readonly string[];
}

export type ModelProblem =
  | 'modelTextNeeded'
  | 'volumeInvalid'
  | 'slotInvalid'
  | 'slotTwice'
  | 'tooManySlots'
  | 'meterKindInvalid';

/** What cannot be stored of a model; one entry per field. */
export interface InvalidModel {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly { readonly path: string; readonly problem: ModelProblem; readonly max: number }[];
}

/** Longest maker, model or description, in characters. */
export const MAX_MODEL_TEXT = 120;
/** Most supplies and most counters of a model. */
export const MAX_SLOTS = 30;
/** Highest recommended volume: more than the fastest press prints in a month. */
const MAX_VOLUME = 10_000_000;

const CONTROL = /\p{Cc}/u;
const SLOT = /^[\w.-]{1,20}$/;
const METER_KIND = /^[a-z][a-z0-9_]{0,39}$/;

/** Blanks around values gone. */
export function tidyModel(typed: ModelFacts): ModelFacts {
  return {
    ...typed,
    maker: typed.maker.trim(),
    model: typed.model.trim(),
    slots: typed.slots.map((slot) => ({
      ...slot,
      slot: slot.slot.trim(),
      description: slot.description.trim(),
    })),
    meterKinds: [...new Set(typed.meterKinds.map((kind) => kind.trim()))],
  };
}

/** What cannot be stored of a tidy model; empty when all is well. */
export function modelFaults(model: ModelFacts): InvalidModel['fields'] {
  const faults: InvalidModel['fields'][number][] = [];
  const add = (path: string, problem: ModelProblem, max = MAX_MODEL_TEXT) =>
    faults.push({ path, problem, max });
  for (const path of ['maker', 'model'] as const) if (!isText(model[path])) add(path, 'modelTextNeeded');
  if (!isRange(model.monthlyFrom, model.monthlyTo)) add('monthlyTo', 'volumeInvalid', MAX_VOLUME);
  if (model.slots.length > MAX_SLOTS) add('slots', 'tooManySlots', MAX_SLOTS);
  const seen = new Set<string>();
  for (const [index, { slot, description }] of model.slots.entries()) {
    if (!SLOT.test(slot) || !isText(description)) add(`slots.${index}`, 'slotInvalid');
    else if (seen.has(slot)) add(`slots.${index}`, 'slotTwice');
    seen.add(slot);
  }
  if (model.meterKinds.length > MAX_SLOTS || !model.meterKinds.every((kind) => METER_KIND.test(kind)))
    add('meterKinds', 'meterKindInvalid', MAX_SLOTS);
  return faults;
}

function isText(text: string): boolean {
  return text !== '' && text.length <= MAX_MODEL_TEXT && !CONTROL.test(text);
}

function isRange(from: number | null, to: number | null): boolean {
  if (from === null || to === null) return from === to;
  return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from && to <= MAX_VOLUME;
}
