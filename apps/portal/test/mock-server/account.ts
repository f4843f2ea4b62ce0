import { GraphQLError } from 'graphql';
import type { MockSession } from './graph';
import { type MockPerson, password } from './people';

/** Tokens of links that the mock's mails would have held. */
export const mockTokens = {
  password: 'link-to-set-a-password',
  email: 'link-to-confirm',
  undo: 'link-to-undo',
};

interface Kept {
  waitingEmail: string | null;
  tellsDevicesChanged: boolean;
  given: boolean;
  saidAt: string | null;
}

type Input<Fields> = { input: Fields };

const invalid = (path: string, code: string, message: string) => ({
  __typename: 'InvalidInputError',
  code,
  message,
  fields: [{ path, message }],
});

const wrongPassword = (typed: string) =>
  typed === password
    ? undefined
    : invalid('currentPassword', 'WRONG_PASSWORD', 'This is not your present password.');

const weak = (typed: string, path: string) =>
  typed.length >= 15
    ? undefined
    : invalid(
        path,
        'PASSWORD_TOO_SHORT',
        'Choose at least 15 characters. A sentence that you remember is fine.',
      );

const dead = {
  __typename: 'LinkInvalidError',
  code: 'LINK_INVALID',
  message: 'This link does not work any more: it was used, replaced by a newer one, or is too old.',
};

const noAddress = (typed: string, path: string) =>
  /^\S+@\S+\.\S+$/.test(typed)
    ? undefined
    : invalid(
        path,
        'EMAIL_INVALID',
        'This is not an e-mail address. Write it in full, for example name@company.com.',
      );

/** Root fields of people's own accounts, over what this run has kept so far. */
export function accountFields(people: readonly MockPerson[]) {
  const kept = new Map<string, Kept>();
  const usedTokens = new Set<string>();

  const signedIn = ({ person }: MockSession): MockPerson => {
    if (!person) throw new GraphQLError('unauthenticated', { extensions: { code: 'UNAUTHENTICATED' } });
    return person;
  };
  const keptOf = (person: MockPerson): Kept => {
    const known = kept.get(person.user.id) ?? {
      waitingEmail: null,
      tellsDevicesChanged: true,
      given: false,
      saidAt: null,
    };
    kept.set(person.user.id, known);
    return known;
  };
  const consentOf = (person: MockPerson) => {
    const { given, saidAt } = keptOf(person);
    return { given, saidAt, version: saidAt && '2026-11', currentVersion: '2026-11' };
  };
  const use = (token: string, expected: string): boolean => {
    const works = token === expected && !usedTokens.has(token);
    usedTokens.add(token);
    return works;
  };

  return {
    myAccount: (_: unknown, session: MockSession) => {
      const person = signedIn(session);
      return { ...keptOf(person), marketingConsent: person.customerId ? consentOf(person) : null };
    },
    changeMyPassword: (
      { input }: Input<{ currentPassword: string; newPassword: string }>,
      session: MockSession,
    ) => {
      signedIn(session);
      const problem = weak(input.newPassword, 'newPassword') ?? wrongPassword(input.currentPassword);
      return problem ?? { __typename: 'ChangeMyPasswordSuccess', ok: true };
    },
    requestPasswordReset: ({ input }: Input<{ email: string }>) =>
      noAddress(input.email.trim(), 'email') ?? { __typename: 'RequestPasswordResetSuccess', ok: true },
    setPassword: ({ input }: Input<{ token: string; password: string }>) => {
      if (input.token !== mockTokens.password || usedTokens.has(input.token)) return dead;
      const problem = weak(input.password, 'password');
      if (!problem) use(input.token, mockTokens.password);
      return problem ?? { __typename: 'SetPasswordSuccess', ok: true };
    },
    requestEmailChange: (
      { input }: Input<{ newEmail: string; currentPassword: string }>,
      session: MockSession,
    ) => {
      const person = signedIn(session);
      const newEmail = input.newEmail.trim();
      const problem = noAddress(newEmail, 'newEmail') ?? wrongPassword(input.currentPassword);
      if (problem) return problem;
      keptOf(person).waitingEmail = newEmail;
      return { __typename: 'RequestEmailChangeSuccess', newEmail };
    },
    confirmEmailChange: ({ input }: Input<{ token: string }>) =>
      use(input.token, mockTokens.email)
        ? { __typename: 'ConfirmEmailChangeSuccess', email: 'emma@rossi-new.example' }
        : dead,
    undoEmailChange: ({ input }: Input<{ token: string }>) =>
      use(input.token, mockTokens.undo)
        ? { __typename: 'UndoEmailChangeSuccess', email: 'emma.rinaldi@rossi.example' }
        : dead,
    updateMyProfile: (
      { input }: Input<{ firstName: string; lastName: string; phone: string }>,
      session: MockSession,
    ) => {
      const person = signedIn(session);
      if (input.firstName.trim() === '')
        return invalid('firstName', 'NAME_NEEDED', 'Enter a name of at most 80 characters.');
      Object.assign(person.user, input);
      return { __typename: 'UpdateMyProfileSuccess', user: person.user };
    },
    updateMyNotices: ({ input }: Input<{ devicesChanged: boolean }>, session: MockSession) => {
      keptOf(signedIn(session)).tellsDevicesChanged = input.devicesChanged;
      return { __typename: 'UpdateMyNoticesSuccess', devicesChanged: input.devicesChanged };
    },
    updateMyConsent: ({ input }: Input<{ given: boolean }>, session: MockSession) => {
      const person = signedIn(session);
      Object.assign(keptOf(person), { given: input.given, saidAt: '2026-11-21T09:30:00.000Z' });
      return { __typename: 'UpdateMyConsentSuccess', consent: consentOf(person) };
    },
    exportMyData: (_: unknown, session: MockSession) => ({
      __typename: 'ExportMyDataSuccess',
      content: JSON.stringify({ account: signedIn(session).user }, null, 2),
    }),
    eraseMyAccount: ({ input }: Input<{ currentPassword: string }>, session: MockSession) => {
      const person = signedIn(session);
      const problem = wrongPassword(input.currentPassword);
      if (problem) return problem;
      const others = people.filter(({ customerId }) => customerId === person.customerId);
      if (others.length < 2)
        return {
          __typename: 'LastAdministratorError',
          code: 'LAST_ADMINISTRATOR',
          message:
            'This is the last person who can manage the organisation’s users. Make somebody else an administrator first.',
        };
      session.person = undefined;
      return { __typename: 'EraseMyAccountSuccess', ok: true };
    },
  };
}
