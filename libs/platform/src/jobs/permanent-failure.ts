/** A handler's word that trying again will not help: the message is parked at once and waits for a person. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}
