import { z } from 'zod';

/** Longest answer of a browser that is read: attestations are a few kilobytes. */
const LIMIT = 16_384;

const answerSchema = z.object({
  id: z.string().min(1).max(2048),
  rawId: z.string().max(2048),
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: z.string().max(LIMIT),
    userHandle: z.string().max(200).nullish(),
  }),
});

const clientDataSchema = z.looseObject({ challenge: z.string().min(1).max(200) });

/**
 * Reads what a browser made of `PublicKeyCredential.toJSON()`. Only its outer form is checked here; the rest is
 * the library's, which refuses what it does not know.
 * @returns null for anything else
 */
export function parsePasskeyAnswer<Response>(text: string): Response | null {
  const parsed = answerSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { id, rawId, type, response } = parsed.data;
  return { id, rawId, type, response, clientExtensionResults: {} } as Response;
}

/** What of an answer is needed before it can be checked; nothing of it is proved. */
export interface PasskeyClaim {
  readonly credentialId: string;
  /** the one that the key says it signed, base64url */
  readonly challenge: string;
  /** null: the key did not say whose it is */
  readonly userHandle: string | null;
}

/** @returns null for anything but the answer of a browser */
export function claimOf(text: string): PasskeyClaim | null {
  const parsed = answerSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { id, response } = parsed.data;
  const clientData = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8');
  const data = clientDataSchema.safeParse(jsonOf(clientData));
  if (!data.success) return null;
  const claim = { credentialId: id, challenge: data.data.challenge, userHandle: response.userHandle ?? null };
  return Object.values(claim).some((value) => value?.includes('\0')) ? null : claim;
}

function jsonOf(text: string): unknown {
  if (text.length > LIMIT) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
