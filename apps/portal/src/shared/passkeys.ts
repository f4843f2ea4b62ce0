/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/**
 * Lets the browser make a passkey.
 * @param options  JSON as the service gave it
 * @returns JSON for the service; undefined when the person stopped it, or the device has one already
 */
export async function makePasskey(options: string): Promise<string | undefined> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = JSON.parse(options) as Parameters<typeof startRegistration>[0]['optionsJSON'];
  return startRegistration({ optionsJSON }).then(JSON.stringify, () => undefined);
}

/**
 * Lets the browser ask for a passkey.
 * @param options  JSON as the service gave it
 * @returns JSON for the service; undefined when the person stopped it, or there is none for this page
 */
export async function askForPasskey(options: string): Promise<string | undefined> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = JSON.parse(options) as Parameters<typeof startAuthentication>[0]['optionsJSON'];
  return startAuthentication({ optionsJSON }).then(JSON.stringify, () => undefined);
}
