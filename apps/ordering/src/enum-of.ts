/** An enum object for GraphQL: upper-case names on the wire, our own values inside. */
export function enumOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));
}
