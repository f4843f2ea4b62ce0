import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What a change of the public schema means for those who use it. */
export interface SchemaChange {
  readonly level: 'breaking' | 'dangerous' | 'harmless';
  readonly message: string;
}

const levels = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'harmless',
} as const;
const order = ['breaking', 'dangerous', 'harmless'];

/** Compares two public schemas; the worst changes first. */
export async function schemaChanges(before: string, after: string): Promise<SchemaChange[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .map(({ message, criticality }) => ({ level: levels[criticality.level], message }))
    .sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
}
