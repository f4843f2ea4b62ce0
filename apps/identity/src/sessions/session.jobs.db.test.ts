import { anna, useIdentity } from '../../test/use-identity';
import { forgetSignIns } from './session.jobs';

const { tokenOf, refusal, asSystem, sql } = useIdentity();
const left = async () => {
  const { rows } = await sql(
    `select (select count(*)::int from identity.session) as sessions,
            (select count(*)::int from identity.sign_in_attempt) as attempts`,
  );
  return rows[0];
};

test('C41 sessions and attempts are kept for thirty days', async () => {
  await tokenOf();
  await refusal(anna.email, 'not this');
  await asSystem(forgetSignIns);
  expect(await left()).toEqual({ sessions: 1, attempts: 2 });
  await sql(`update identity.session set expires_at = now() - interval '30 days'`);
  await sql(`update identity.sign_in_attempt set window_ends_at = now() - interval '30 days'`);
  await asSystem(forgetSignIns);
  expect(await left()).toEqual({ sessions: 0, attempts: 0 });
});
