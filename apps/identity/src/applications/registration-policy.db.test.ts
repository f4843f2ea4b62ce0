import type { Actor } from '@platen/platform';
import { actors } from '../../test/actors';
import { anna, branch, rossi, useIdentity } from '../../test/use-identity';

const { ask, sql } = useIdentity();
const admin: Actor = { ...actors.administrator, id: anna.id, customerId: rossi.id, branchId: branch.id };

const RULES = 'query { registrationRules { selfRegistration domains branchAllows } }';
const UPDATE = `mutation ($input: UpdateRegistrationPolicyInput!) { updateRegistrationPolicy(input: $input) {
  __typename ... on UpdateRegistrationPolicySuccess { rules { selfRegistration domains branchAllows } }
  ... on InvalidInputError { fields { path message } } } }`;
const update = async (domains: string[], selfRegistration = 'ALLOWED', actor = admin) => {
  const { data, errors } = await ask(actor, UPDATE, { input: { selfRegistration, domains } });
  if (errors) throw new Error(String(errors[0]?.extensions.code));
  return data?.updateRegistrationPolicy as Record<string, unknown>;
};
const rules = async () => (await ask(admin, RULES)).data?.registrationRules;
const untouched = { selfRegistration: 'ALLOWED', domains: [], branchAllows: false };

test('S1 an administrator restricts self-registration, or switches it off; the branch stays the outer limit', async () => {
  expect(await rules()).toEqual(untouched);
  expect(await update(['Rossi.example', '@rossi.example ', 'r\u043essi.example'])).toMatchObject({
    rules: { selfRegistration: 'ALLOWED', domains: ['rossi.example', 'xn--rssi-55d.example'] },
  });
  expect(await update([], 'OFF')).toMatchObject({ rules: { selfRegistration: 'OFF', domains: [] } });
  const { rows } = await sql(
    `select payload->'facts' as facts from identity.outbox where payload->>'action' = 'customer.changed'`,
  );
  expect(rows).toHaveLength(2);
});

test.each([
  ['no domain', ['rossi']],
  ['an address', ['anna@rossi.example']],
  ['a number', ['127.0.0.1']],
  ['line breaks', ['rossi.example\r\nx']],
  ['NUL', ['rossi\0.example']],
  ['a megabyte', ['a'.repeat(1_000_000)]],
  ['too many', Array.from({ length: 21 }, (_, n) => `n${n}.example`)],
])('%s is refused at its field, and nothing changes', async (_what, domains) => {
  expect(await update(domains)).toMatchObject({ fields: [{ path: 'domains' }] });
  expect(await rules()).toEqual(untouched);
});

test('C1 others change nothing', async () => {
  const member: Actor = { ...actors.member, customerId: rossi.id, branchId: branch.id };
  await expect(update([], 'OFF', member)).rejects.toThrow('UNAUTHORIZED');
  await expect(update([], 'OFF', actors.anonymous)).rejects.toThrow('UNAUTHENTICATED');
  await expect(update([], 'OFF', { ...admin, viewedBy: anna.id })).rejects.toThrow('VIEW_ONLY');
  const key = {
    ...actors['partner of a customer'],
    customerId: rossi.id,
    branchId: branch.id,
    rights: admin.rights,
  };
  expect(await update([], 'OFF', key)).toMatchObject({ __typename: 'InvalidInputError' });
  expect(await rules()).toEqual(untouched);
});
