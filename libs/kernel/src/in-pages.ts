/**
 * Values in pages of at most `size`, in their order.
 * @param size  at least 1
 * @returns     one empty page where there are no values: whoever tells something page by page tells that too
 */
export function inPages<Value>(values: readonly Value[], size: number): Value[][] {
  const pages = Math.max(1, Math.ceil(values.length / size));
  return Array.from({ length: pages }, (_, page) => values.slice(page * size, (page + 1) * size));
}
