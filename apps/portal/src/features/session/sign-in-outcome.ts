import type { SignInMutation } from '@platen/graphql-client';

/** The password was right, and a second proof is asked for. */
export type SecondStep = Extract<SignInMutation['signIn'], { __typename: 'SecondFactorRequired' }>;

/** Why the door stayed shut; the words are `signIn.error.*`. */
export type SignInFailure =
  | { readonly kind: 'emailMissing' }
  | { readonly kind: 'passwordMissing' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'tooMany'; readonly retryAt: string }
  | { readonly kind: 'unreachable' };

/** Why the second step was not taken, or no passkey used; the words are `secondStep.error.*`. */
export type SecondStepFailure =
  | { readonly kind: 'codeMissing' }
  | { readonly kind: 'wrongCode' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'passkeyCancelled' }
  | { readonly kind: 'passkeyNotAccepted' };

/** What is wrong before anything is sent. The gateway alone judges the rest. */
export function checkSignIn(email: string, password: string): SignInFailure | undefined {
  if (email.trim() === '') return { kind: 'emailMissing' };
  if (password === '') return { kind: 'passwordMissing' };
  return undefined;
}

/** Any answer of the gateway to a step of signing in. */
export type SignInAnswer = { readonly __typename: string; readonly retryAt?: string } | undefined;

/** Why it is no success; `undefined` is an answer that never came. */
export function failureOf(answer: SignInAnswer): SignInFailure | SecondStepFailure {
  switch (answer?.__typename) {
    case 'WrongCredentialsError':
      return { kind: 'wrong' };
    case 'WrongCodeError':
      return { kind: 'wrongCode' };
    case 'SignInExpiredError':
      return { kind: 'expired' };
    case 'TooManyAttemptsError':
      return { kind: 'tooMany', retryAt: answer.retryAt ?? '' };
    default:
      return { kind: 'unreachable' };
  }
}
