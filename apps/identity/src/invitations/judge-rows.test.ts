import { customerRoles } from '../roles/given-roles';
import { type AskedRow, type KnownForRows, judgeRows } from './judge-rows';

const member = { id: 'member', name: 'Member', rights: ['device:read'] };
const administrator = { id: 'administrator', name: 'Administrator', rights: ['user:manage'] };
const buyers = { id: 'buyers', name: 'Acquisti', rights: ['order:approve'] };
const mighty = { id: 'mighty', name: 'Mighty', rights: ['branch:manage'] };
const known: KnownForRows = {
  giveable: customerRoles.Administrator,
  roles: [member, administrator, buyers, mighty],
  users: new Set(['anna@rossi.example']),
  invited: new Set(['marco@rossi.example']),
  locale: 'it',
};
const row = (parts: Partial<AskedRow> = {}): AskedRow => ({
  email: 'luca@rossi.example',
  roleId: null,
  role: null,
  grantedRights: [],
  locale: null,
  ...parts,
});
const judge = (...rows: AskedRow[]) => judgeRows(rows, known);

describe('R15 who can be invited', () => {
  test('a member in the language of the organisation, where the row says nothing else', () => {
    expect(judge(row())).toEqual([
      {
        email: 'luca@rossi.example',
        problem: null,
        good: { email: 'luca@rossi.example', role: member, grantedRights: [], locale: 'it' },
      },
    ]);
  });

  test.each([
    ['by id', { roleId: 'buyers' }, buyers],
    ['by the name that the organisation gave it', { role: ' acquisti' }, buyers],
    ['by its English name', { role: 'ADMINISTRATOR' }, administrator],
    ['by its Italian name', { role: 'Amministratore' }, administrator],
    ['by its Dutch name', { role: 'gebruiker' }, member],
  ])('with a role %s', (_how, parts, role) => {
    expect(judge(row(parts))[0]?.good?.role).toBe(role);
  });

  test('rights on top count once, and those of the role are not given twice', () => {
    const [judged] = judge(row({ grantedRights: ['report:read', 'device:read', 'report:read'] }));
    expect(judged?.good?.grantedRights).toEqual(['report:read']);
  });

  test.each([
    ['no address', { email: 'luca' }, 'EMAIL_INVALID'],
    ['nothing', { email: '' }, 'EMAIL_INVALID'],
    ['a second header', { email: 'luca@rossi.example\r\nBcc: x@evil.example' }, 'EMAIL_INVALID'],
    ['a NUL', { email: 'luca\0@rossi.example' }, 'EMAIL_INVALID'],
    ['text that turns round', { email: 'luca\u202e@rossi.example' }, 'EMAIL_INVALID'],
    ['a megabyte', { email: `${'a'.repeat(1_000_000)}@rossi.example` }, 'EMAIL_INVALID'],
    ['a colleague, in capitals', { email: 'ANNA@Rossi.example' }, 'ALREADY_USER'],
    ['somebody invited already', { email: 'marco@rossi.example' }, 'ALREADY_INVITED'],
    ['a role that is not there', { role: 'King' }, 'ROLE_UNKNOWN'],
    ["another organisation's role", { roleId: 'theirs' }, 'ROLE_UNKNOWN'],
    ['C5 a role beyond the inviter', { roleId: 'mighty' }, 'RIGHT_NOT_OWNED'],
    ['C5 a right beyond the inviter', { grantedRights: ['customer:manage'] }, 'RIGHT_NOT_OWNED'],
    ['a right that is not there', { grantedRights: ['all'] }, 'RIGHT_NOT_OWNED'],
    ['a language that is not there', { locale: 'fr' }, 'ROW_LOCALE_UNKNOWN'],
  ] as const)('%s cannot be invited', (_what, parts, problem) => {
    expect(judge(row(parts))[0]).toMatchObject({ good: null, problem });
  });

  test('of two rows alike the second is told', () => {
    expect(judge(row(), row({ email: 'Luca@rossi.EXAMPLE' })).map(({ problem }) => problem)).toEqual([
      null,
      'ROW_TWICE',
    ]);
  });

  test('a domain that only looks like the own one is another address, and shows as what it is', () => {
    const [judged] = judge(row({ email: 'anna@r\u043essi.example' }));
    expect(judged).toMatchObject({ email: 'anna@xn--rssi-55d.example', problem: null });
  });
});
