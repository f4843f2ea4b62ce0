import type { SignInMutation } from '@platen/graphql-client';

/** Why the door stayed shut; the words are `signIn.error.*`. */
export type SignInFailure =
  | { readonly kind: 'emailMissing' }
  | { readonly kind: 'passwordMissing' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'tooMany'; readonly retryAt: string }
  | { readonly kind: 'unreachable' };

/** What is wrong before anything is sent. The gateway alone judges the rest. */
export function checkSignIn(email: string, password: string): SignInFailure | undefined {
  if (email.trim() === '') return { kind: 'emailMissing' };
  if (password === '') return { kind: 'passwordMissing' };
  return undefined;
}

/** The gateway's answer; undefined when the person is in. */
export function failureOf(result: SignInMutation['signIn'] | undefined): SignInFailure | undefined {
  switch (result?.__typename) {
    case 'SignInSuccess':
      return undefined;
    case 'WrongCredentialsError':
      return { kind: 'wrong' };
    case 'TooManyAttemptsError':
      return { kind: 'tooMany', retryAt: result.retryAt };
    default:
      return { kind: 'unreachable' };
  }
}
