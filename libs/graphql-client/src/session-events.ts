type Listener = () => void;

/** Tells the shell that the gateway no longer knows the session; the shell asks to sign in again. */
export class SessionEvents {
  private readonly listeners = new Set<Listener>();

  /** @returns the way to stop listening */
  onSignedOut(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Called by the error link for an error coded `UNAUTHENTICATED`. */
  signedOut(): void {
    for (const listener of this.listeners) listener();
  }
}
