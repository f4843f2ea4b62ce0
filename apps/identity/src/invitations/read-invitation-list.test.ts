import { MAX_LIST_LENGTH, MAX_ROWS, readInvitationList } from './read-invitation-list';

const row = (email: string, role: string | null = null, locale: string | null = null) => ({
  email,
  role,
  locale,
});
const anna = row('anna@rossi.example');
const marco = row('marco@rossi.example');

describe('reading a list of people to invite', () => {
  test.each([
    ['one on a line', 'anna@rossi.example\nmarco@rossi.example\n', [anna, marco]],
    [
      'Windows lines, blank ones and a mark in front',
      '\ufeffanna@rossi.example\r\n\r\n , \r\nmarco@rossi.example',
      [anna, marco],
    ],
    ['several beside one another', 'anna@rossi.example, marco@rossi.example', [anna, marco]],
    [
      'from a mail program',
      'Anna Neri <anna@rossi.example>; "Bianchi, Marco" <marco@rossi.example>',
      [anna, marco],
    ],
    ['columns', 'anna@rossi.example;Member;it', [row(anna.email, 'Member', 'it')]],
    ['columns from a spreadsheet', 'anna@rossi.example\tMember\t', [row(anna.email, 'Member')]],
    [
      'heads in another order',
      'Nome,Ruolo,Indirizzo e-mail\nAnna,Utente,anna@rossi.example\n',
      [row(anna.email, 'Utente')],
    ],
    ['Dutch heads', 'E-mailadres;Taal\nanna@rossi.example;nl', [row(anna.email, null, 'nl')]],
    ['a line that is no address', 'anna', [row('anna')]],
  ])('%s', (_what, text, rows) => {
    expect(readInvitationList(text)).toEqual({ ok: true, value: rows });
  });

  test.each([
    ['nothing', '', 'listEmpty'],
    ['white space', ' \n\t\n', 'listEmpty'],
    ['heads alone', 'email,role', 'listEmpty'],
    ['too many lines', 'a@b.example\n'.repeat(MAX_ROWS + 1), 'listTooLong'],
    ['a megabyte', 'a'.repeat(1_000_000), 'listTooLong'],
    ['a line of ten thousand characters', 'a'.repeat(MAX_LIST_LENGTH), 'listUnreadable'],
    ['a quote without end', '"anna@rossi.example\nmarco@rossi.example', 'listUnreadable'],
  ])('%s is refused', (_what, text, code) => {
    expect(readInvitationList(text)).toEqual({ ok: false, failure: { code } });
  });

  test('the last line that is taken is taken', () => {
    const list = readInvitationList('a@b.example\n'.repeat(MAX_ROWS));
    expect(list.ok && list.value).toHaveLength(MAX_ROWS);
  });
});
