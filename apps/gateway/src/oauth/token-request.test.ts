import { TokenRefused, readTokenRequest } from './token-request';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const grant = 'grant_type=client_credentials';
const basic = (text: string) => ({ ...form, authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const client = { clientId: 'id', clientSecret: 'ptn_secret' };

test.each([
  ['in the body', form, `${grant}&client_id=id&client_secret=ptn_secret`, null],
  ['by HTTP Basic', basic('id:ptn_secret'), grant, null],
  ['by HTTP Basic, the id in the body too', basic('id:ptn_secret'), `${grant}&client_id=id`, null],
  ['form-encoded inside Basic', basic('i%64:ptn%5Fsecret'), grant, null],
  [
    'with charset',
    { ...basic('id:ptn_secret'), 'content-type': `${form['content-type']}; charset=UTF-8` },
    grant,
    null,
  ],
  ['one scope', basic('id:ptn_secret'), `${grant}&scope=order%3Aread`, ['order:read']],
  [
    'two scopes',
    basic('id:ptn_secret'),
    `${grant}&scope=order:read+device:read`,
    ['order:read', 'device:read'],
  ],
  ['an empty scope counts as none', basic('id:ptn_secret'), `${grant}&scope=`, null],
])('RFC 6749 2.3.1: %s', (_way, headers, body, scopes) => {
  expect(readTokenRequest(headers, body)).toEqual({ ...client, scopes });
});

test.each([
  ['JSON', { 'content-type': 'application/json' }, '{}', 400, 'invalid_request'],
  ['no content type', {}, grant, 400, 'invalid_request'],
  ['no grant', form, 'client_id=id&client_secret=x', 400, 'invalid_request'],
  ['another grant', form, 'grant_type=password&client_id=id&client_secret=x', 400, 'unsupported_grant_type'],
  ['a parameter twice', form, `${grant}&${grant}&client_id=id&client_secret=x`, 400, 'invalid_request'],
  ['a secret twice', form, `${grant}&client_id=id&client_secret=x&client_secret=y`, 400, 'invalid_request'],
  ['both ways', basic('id:x'), `${grant}&client_secret=x`, 400, 'invalid_request'],
  ['two ids', basic('id:x'), `${grant}&client_id=other`, 400, 'invalid_request'],
  ['nobody', form, grant, 401, 'invalid_client'],
  ['no secret', form, `${grant}&client_id=id`, 401, 'invalid_client'],
  ['a bearer', { ...form, authorization: 'Bearer ptn_x' }, grant, 401, 'invalid_client'],
  ['no base64', { ...form, authorization: 'Basic ***' }, grant, 401, 'invalid_client'],
  ['bad escapes', basic('id:%zz'), grant, 401, 'invalid_client'],
  ['a scope with quotes', basic('id:x'), `${grant}&scope=%22`, 400, 'invalid_scope'],
  ['a scope of two spaces', basic('id:x'), `${grant}&scope=a++b`, 400, 'invalid_scope'],
])('RFC 6749 5.2: %s', (_way, headers, body, status, code) => {
  const refused = () => readTokenRequest(headers, body);
  expect(refused).toThrow(TokenRefused);
  expect(refused).toThrow(expect.objectContaining({ status, code }));
});
