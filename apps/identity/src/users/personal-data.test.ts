import { personalDataProblems } from './personal-data';

const luca = { firstName: 'Luca', lastName: 'Verdi', phone: '+39 02 5550 177' };

describe('R16 what a person tells of himself', () => {
  test.each([
    {},
    { firstName: " Anne-Marie d'Arc ", lastName: 'van ’t Hof' },
    { firstName: 'Søren', lastName: 'Müller (jr.)' },
    { firstName: '李', lastName: 'Ελένη' },
    { phone: '0205550177' },
    { phone: '(020) 555-0177/12' },
  ])('%j is taken', (parts) => {
    expect(personalDataProblems({ ...luca, ...parts })).toEqual([]);
  });

  test.each([
    [{ firstName: '' }, 'firstName', 'FIRST_NAME_NEEDED'],
    [{ lastName: ' \t' }, 'lastName', 'LAST_NAME_NEEDED'],
    [{ lastName: 'a'.repeat(81) }, 'lastName', 'LAST_NAME_NEEDED'],
    [{ lastName: 'a'.repeat(1_000_000) }, 'lastName', 'LAST_NAME_NEEDED'],
    [{ firstName: 'Luca\r\nBcc: x' }, 'firstName', 'NAME_UNFIT'],
    [{ firstName: 'Lu\0ca' }, 'firstName', 'NAME_UNFIT'],
    [{ firstName: 'Luca\u202e' }, 'firstName', 'NAME_UNFIT'],
    [{ firstName: '😀' }, 'firstName', 'NAME_UNFIT'],
    [{ firstName: '<b>Luca</b>' }, 'firstName', 'NAME_UNFIT'],
    [{ lastName: 'see https://evil.example/' }, 'lastName', 'NAME_UNFIT'],
    [{ phone: '' }, 'phone', 'PHONE_NEEDED'],
    [{ phone: '1234' }, 'phone', 'PHONE_NEEDED'],
    [{ phone: 'call me' }, 'phone', 'PHONE_NEEDED'],
    [{ phone: '+39 02 5550 177\n' + '1'.repeat(1_000_000) }, 'phone', 'PHONE_NEEDED'],
  ])('%j is not', (parts, path, code) => {
    expect(personalDataProblems({ ...luca, ...parts })).toEqual([{ path, code }]);
  });
});
