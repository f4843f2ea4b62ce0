import type { Actor } from '@platen/platform';
import { generateSync } from 'otplib';
import { password } from './factories';
import { SoftwarePasskey } from './software-passkey';
import { anna, stranger, useIdentity } from './use-identity';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename
  ... on SecondFactorRequired { challenge methods passkeyOptions } ... on UserError { code } } }`;
const COMPLETE = `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { __typename
  ... on SignInSuccess { viewer { user { email } } } ... on UserError { code message } } }`;
const REFUSALS = `... on UserError { code message } ... on InvalidInputError { fields { path } }`;
const FACTORS = `secondFactors { since authenticatorAppAddedAt recoveryCodesLeft demanded passkeys { id name } }`;
const ADDED = `... on AddSecondFactorSuccess { recoveryCodes ${FACTORS} } ${REFUSALS}`;

/** What the answers of these mutations can hold. */
export interface FactorAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly fields?: readonly { readonly path: string }[];
  readonly uri?: string;
  readonly secret?: string;
  readonly options?: string;
  readonly recoveryCodes?: readonly string[] | null;
  readonly secondFactors?: {
    readonly since: string | null;
    readonly recoveryCodesLeft: number;
    readonly passkeys: readonly { readonly id: string; readonly name: string }[];
  };
}

export interface AskedStep {
  readonly __typename: string;
  readonly challenge: string;
  readonly methods: readonly string[];
  readonly passkeyOptions: string | null;
  readonly code?: string;
}

/** Identity with people who prove it twice. */
export function useSecondFactors() {
  const identity = useIdentity();
  const { ask, resolve, tokenOf } = identity;
  const mutate = async (actor: Actor, field: string, type: string, selection: string, input: object) => {
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${selection} } }`;
    const { data, errors } = await ask(actor, document, { input });
    return (data?.[field] ?? { __typename: 'error', code: errors?.[0]?.extensions.code }) as FactorAnswer;
  };
  const typed = { currentPassword: password };
  const factors = {
    startApp: (actor: Actor, input: object = typed) =>
      mutate(
        actor,
        'startAuthenticatorApp',
        'CurrentPasswordInput',
        `... on StartAuthenticatorAppSuccess { uri secret } ${REFUSALS}`,
        input,
      ),
    confirmApp: (actor: Actor, code: string) =>
      mutate(actor, 'confirmAuthenticatorApp', 'ConfirmAuthenticatorAppInput', ADDED, { code }),
    removeApp: (actor: Actor, input: object = typed) =>
      mutate(
        actor,
        'removeAuthenticatorApp',
        'CurrentPasswordInput',
        `... on ChangeSecondFactorSuccess { ${FACTORS} } ${REFUSALS}`,
        input,
      ),
    renewCodes: (actor: Actor, input: object = typed) =>
      mutate(actor, 'renewRecoveryCodes', 'CurrentPasswordInput', ADDED, input),
    startPasskey: (actor: Actor, input: object = typed) =>
      mutate(
        actor,
        'startPasskey',
        'CurrentPasswordInput',
        `... on StartPasskeySuccess { options } ${REFUSALS}`,
        input,
      ),
    addPasskey: (actor: Actor, input: object) => mutate(actor, 'addPasskey', 'AddPasskeyInput', ADDED, input),
    renamePasskey: (actor: Actor, input: object) =>
      mutate(
        actor,
        'renamePasskey',
        'RenamePasskeyInput',
        `... on ChangeSecondFactorSuccess { ${FACTORS} } ${REFUSALS}`,
        input,
      ),
    removePasskey: (actor: Actor, input: object) =>
      mutate(
        actor,
        'removePasskey',
        'RemovePasskeyInput',
        `... on ChangeSecondFactorSuccess { ${FACTORS} } ${REFUSALS}`,
        { ...typed, ...input },
      ),
  };
  const actorOf = async (email = anna.email) => {
    const actor = await resolve({ sessionToken: await tokenOf(email) });
    if (!actor) throw new Error(`${email} could not sign in.`);
    return actor;
  };
  return {
    ...identity,
    ...factors,
    /** signed in by password alone: before any factor was added */
    actorOf,
    /** gives somebody an app; the code of this very step is used up by it, the next one is not */
    addApp: async (actor: Actor) => {
      const { secret = '' } = await factors.startApp(actor);
      const { recoveryCodes } = await factors.confirmApp(actor, codeOf(secret));
      return { secret, recoveryCodes: recoveryCodes ?? [] };
    },
    addKey: async (actor: Actor, name = 'Work laptop') => {
      const key = new SoftwarePasskey();
      const { options = '' } = await factors.startPasskey(actor);
      const added = await factors.addPasskey(actor, { name, response: key.create(options) });
      return { key, id: added.secondFactors?.passkeys.at(-1)?.id ?? '', added };
    },
    /** the first step, with the right password */
    firstStep: async (email = anna.email, address?: string | null) => {
      const { data, session } = await ask(stranger, SIGN_IN, { input: { email, password } }, address);
      return { ...(data?.signIn as AskedStep), session };
    },
    secondStep: async (
      input: object,
      { actor = stranger, address }: { actor?: Actor; address?: string } = {},
    ) => {
      const { data, session } = await ask(actor, COMPLETE, { input }, address);
      const answer = data?.completeSignIn as { __typename: string; code?: string; message?: string };
      return { ...answer, session };
    },
    /** to whom which letters are under way, oldest first */
    mails: async () =>
      (await identity.sql('select recipient, template, data from identity.mail order by id')).rows,
    /** actions in the audit log of the service, as they were sent */
    audited: async () =>
      (
        await identity.sql(
          `select payload from identity.outbox where name = 'platform.audit-entry.recorded.v1' order by id`,
        )
      ).rows.map(({ payload }) => payload),
  };
}

/** What the app shows; `ahead` steps of 30 s from now. */
export function codeOf(secret: string, ahead = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + ahead * 30 });
}
