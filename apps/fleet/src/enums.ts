import {
  alertSeverities,
  deviceStatuses,
  levelStates,
  meterUnits,
  pollSources,
  supplyClasses,
  supplyColors,
  supplyKinds,
} from '@platen/contracts';
import { registerEnumType } from 'type-graphql';

/** An enum object for GraphQL: upper-case names on the wire, the contract's own values inside. */
export function enumOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));
}

/** Where a value comes from; `estimate` was computed, not read. */
export const readSources = ['device', 'portal', 'partner', 'estimate'] as const;
export type ReadSource = (typeof readSources)[number];

/** What people are shown of a level: the states of a poll, and that nobody watches this machine (R38). */
export const shownLevelStates = [...levelStates, 'not_monitored'] as const;
export type ShownLevelState = (typeof shownLevelStates)[number];

export const SupplyKindEnum = enumOf(supplyKinds);
registerEnumType(SupplyKindEnum, { name: 'SupplyKind' });
export const SupplyColorEnum = enumOf(supplyColors);
registerEnumType(SupplyColorEnum, { name: 'SupplyColor' });
export const SupplyClassEnum = enumOf(supplyClasses);
registerEnumType(SupplyClassEnum, {
  name: 'SupplyClass',
  description: 'CONSUMED: the level is what is left. RECEPTACLE: the space left.',
});
export const LevelStateEnum = enumOf(shownLevelStates);
registerEnumType(LevelStateEnum, {
  name: 'LevelState',
  description: 'Only PERCENT comes with a number; the others are states of their own.',
});
export const ReadSourceEnum = enumOf(readSources);
registerEnumType(ReadSourceEnum, { name: 'ReadSource' });
export const MeterUnitEnum = enumOf(meterUnits);
registerEnumType(MeterUnitEnum, { name: 'MeterUnit' });
export const AlertSeverityEnum = enumOf(alertSeverities);
registerEnumType(AlertSeverityEnum, { name: 'AlertSeverity' });

export const DeviceStatusEnum = enumOf(deviceStatuses);
registerEnumType(DeviceStatusEnum, {
  name: 'PolledDeviceStatus',
  description: 'What a device says of itself as a whole.',
});
export const PolledLevelStateEnum = enumOf(levelStates);
registerEnumType(PolledLevelStateEnum, { name: 'PolledLevelState' });
export const PollSourceEnum = enumOf(pollSources);
registerEnumType(PollSourceEnum, {
  name: 'PollSource',
  description: "STANDARD: Printer MIB. VENDOR: the maker's own counters. IPP: Internet Printing Protocol.",
});
