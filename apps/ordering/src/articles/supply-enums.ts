import { supplyColors, supplyKinds } from '@platen/contracts';
import { registerEnumType } from 'type-graphql';
import { enumOf } from '../enum-of';

/** Kinds of supplies; fleet declares the same values. */
export const SupplyKindEnum = enumOf(supplyKinds);
registerEnumType(SupplyKindEnum, { name: 'SupplyKind' });

/** Colours of supplies; fleet declares the same values. */
export const SupplyColorEnum = enumOf(supplyColors);
registerEnumType(SupplyColorEnum, { name: 'SupplyColor' });
