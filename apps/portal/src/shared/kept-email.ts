const key = 'platen.sign-in-email';

/** The e-mail address typed at the last visit; empty when none, or when the browser keeps nothing. */
export function keptEmail(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the typed address, so that a reload or an expired session does not lose it. The password is never kept. */
export function keepEmail(email: string): void {
  try {
    localStorage.setItem(key, email);
  } catch {
    // storage is switched off or full: the field still has it
  }
}
