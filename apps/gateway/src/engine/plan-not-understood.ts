/** The plan has a part that the compiled engine does not know; the complete engine takes the operation. */
export class PlanNotUnderstood extends Error {
  override readonly name = 'PlanNotUnderstood';
}
