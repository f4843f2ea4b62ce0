import type { MockSession } from './graph';
import { type MockPerson, password } from './people';

/** What the app of everybody in the mock shows. */
export const appCode = '123456';
const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const codes = Array.from({ length: 10 }, (_, at) => `7KQ${at}-M2XA-9TRD-C4${at}H`);

interface Factors {
  since: string | null;
  authenticatorAppAddedAt: string | null;
  recoveryCodesLeft: number;
  demanded: boolean;
  passkeys: { id: string; name: string; addedAt: string; lastUsedAt: string | null }[];
}

interface MockSecurity {
  readonly factors: Factors;
  sessions: { readonly id: string; readonly current: boolean }[];
  required: boolean;
}

type Input<Fields> = { readonly input: Fields };
type Refusable<Fields = object> = Input<Fields & { readonly currentPassword: string }>;

const agents = {
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1',
};

/** Second factors and sessions of the mock's people; `secure` has a factor, `must.add` has to add one. */
export function makeSecurity(
  now: number,
  peopleOf: () => readonly MockPerson[],
  viewer: (session: MockSession) => object,
) {
  const known = new Map<MockPerson, MockSecurity>();
  const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
  const of = (person: MockPerson): MockSecurity => {
    const security = known.get(person) ?? begin(person.user.email);
    known.set(person, security);
    return security;
  };
  const begin = (email: string): MockSecurity => {
    const has = email.startsWith('secure');
    const key = (id: string, name: string, used: number | null) => ({
      id,
      name,
      addedAt: ago(900),
      lastUsedAt: used === null ? null : ago(used),
    });
    return {
      required: false,
      factors: {
        since: has ? ago(1000) : null,
        authenticatorAppAddedAt: has ? ago(1000) : null,
        recoveryCodesLeft: has ? 8 : 0,
        demanded: email.startsWith('must'),
        passkeys: has ? [key('key-1', 'Work laptop', 3), key('key-2', 'Key on the ring', null)] : [],
      },
      sessions: [
        session('here', { current: true, userAgent: agents.firefox, address: '192.0.2.17' }),
        session('phone', {
          userAgent: agents.phone,
          address: '2001:db8:17::4',
          lastUsedAt: ago(0.4),
          startedAt: ago(5),
        }),
        session('view', {
          isView: true,
          viewedByName: 'Elena Bianchi',
          lastUsedAt: ago(0.2),
          startedAt: ago(0.3),
        }),
      ],
    };
  };
  const session = (id: string, parts: object) => ({
    id,
    current: false,
    startedAt: ago(2),
    lastUsedAt: ago(0),
    expiresAt: ago(-22),
    address: null,
    userAgent: null,
    isView: false,
    viewedByName: null,
    ...parts,
  });
  const who = ({ person }: MockSession): MockPerson => {
    if (!person) throw new Error('nobody is signed in');
    return person;
  };
  const wrong = (path: string, message: string) => ({
    __typename: 'InvalidInputError',
    code: 'WRONG',
    message,
    fields: [{ path, message }],
  });
  const guarded =
    <Fields>(run: (factors: Factors, input: Fields) => object) =>
    ({ input }: Refusable<Fields>, context: MockSession) =>
      input.currentPassword === password
        ? run(of(who(context)).factors, input)
        : wrong('currentPassword', 'This is not your present password.');
  const added = (factors: Factors) => {
    const first = factors.since === null;
    factors.since ??= ago(0);
    if (first) factors.recoveryCodesLeft = 10;
    return {
      __typename: 'AddSecondFactorSuccess',
      secondFactors: factors,
      recoveryCodes: first ? codes : null,
    };
  };
  const changed = (factors: Factors) => {
    if (!factors.authenticatorAppAddedAt && factors.passkeys.length === 0) factors.since = null;
    return { __typename: 'ChangeSecondFactorSuccess', secondFactors: factors };
  };
  return {
    standing: (person: MockPerson | undefined) => ({
      hasSecondFactor: person ? of(person).factors.since !== null : false,
      mustAddSecondFactor: person ? of(person).factors.demanded && of(person).factors.since === null : false,
    }),
    /** the first step's answer for who has a factor */
    asked: (person: MockPerson) =>
      of(person).factors.since && {
        __typename: 'SecondFactorRequired',
        challenge: person.user.id,
        methods: ['AUTHENTICATOR_APP', 'PASSKEY', 'RECOVERY_CODE'],
        passkeyOptions: '{"challenge":"bW9jaw","rpId":"localhost","allowCredentials":[]}',
      },
    root: {
      mySecondFactors: (_: object, context: MockSession) => of(who(context)).factors,
      mySessions: (_: object, context: MockSession) => of(who(context)).sessions,
      completeSignIn: (
        { input }: Input<{ challenge: string; code?: string; recoveryCode?: string }>,
        context: MockSession,
      ) => {
        if (input.code === '000000')
          return { __typename: 'SignInExpiredError', code: 'SIGN_IN_EXPIRED', message: '' };
        if (input.code !== appCode && input.recoveryCode !== codes[0])
          return { __typename: 'WrongCodeError', code: 'WRONG_CODE', message: '' };
        context.person = peopleOf().find(({ user }) => user.id === input.challenge);
        return { __typename: 'SignInSuccess', viewer: viewer(context) };
      },
      startAuthenticatorApp: guarded(() => ({
        __typename: 'StartAuthenticatorAppSuccess',
        uri: `otpauth://totp/Aurora%20Stampa:emma?secret=${seed}&issuer=Aurora%20Stampa`,
        secret: seed,
      })),
      confirmAuthenticatorApp: ({ input }: Input<{ code: string }>, context: MockSession) => {
        if (input.code !== appCode) return wrong('code', 'That code is not right, or it was used already.');
        const { factors } = of(who(context));
        factors.authenticatorAppAddedAt = ago(0);
        return added(factors);
      },
      removeAuthenticatorApp: guarded((factors) => {
        factors.authenticatorAppAddedAt = null;
        return changed(factors);
      }),
      renewRecoveryCodes: guarded((factors) => ({
        __typename: 'AddSecondFactorSuccess',
        secondFactors: factors,
        recoveryCodes: codes,
      })),
      removePasskey: guarded<{ id: string }>((factors, { id }) => {
        factors.passkeys = factors.passkeys.filter((passkey) => passkey.id !== id);
        return changed(factors);
      }),
      renamePasskey: ({ input }: Input<{ id: string; name: string }>, context: MockSession) => {
        const { factors } = of(who(context));
        for (const passkey of factors.passkeys) if (passkey.id === input.id) passkey.name = input.name;
        return changed(factors);
      },
      endSession: ({ input }: Input<{ id: string }>, context: MockSession) => {
        const security = of(who(context));
        security.sessions = security.sessions.filter(({ id }) => id !== input.id);
        return { __typename: 'EndSessionSuccess', sessions: security.sessions };
      },
      endOtherSessions: (_: object, context: MockSession) => {
        const security = of(who(context));
        security.sessions = security.sessions.filter(({ current }) => current);
        return { __typename: 'EndSessionSuccess', sessions: security.sessions };
      },
      secondFactorDemand: (_: object, context: MockSession) => {
        const { required, factors } = of(who(context));
        return { required, people: 12, peopleWithout: 3, viewerHasOne: factors.since !== null };
      },
      requireStaffSecondFactor: ({ input }: Input<{ required: boolean }>, context: MockSession) => {
        of(who(context)).required = input.required;
        return { __typename: 'RequireSecondFactorSuccess', demand: null };
      },
      requireSecondFactor: ({ input }: Input<{ required: boolean }>, context: MockSession) => {
        of(who(context)).required = input.required;
        return { __typename: 'RequireSecondFactorSuccess', demand: null };
      },
    },
  };
}
