/** Sorts rows to their devices, in the order of the ids asked for: what a DataLoader has to answer. */
export function rowsOfDevices<Row extends { readonly device_id: string }>(
  deviceIds: readonly string[],
  rows: readonly Row[],
): Row[][] {
  const byDevice = new Map<string, Row[]>(deviceIds.map((id) => [id, []]));
  for (const row of rows) byDevice.get(row.device_id)?.push(row);
  return deviceIds.map((id) => byDevice.get(id) ?? []);
}
