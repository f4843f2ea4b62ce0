/**
 * Something that this event refers to has not been told yet: messages of different senders overtake each other.
 * The message is tried again later; nothing of it has been kept.
 */
export class NotKnownYetError extends Error {
  override readonly name = 'NotKnownYetError';

  constructor(
    readonly what: 'branch' | 'customer' | 'device',
    readonly id: string,
  ) {
    super(`The ${what} ${id} is not known yet.`);
  }
}
