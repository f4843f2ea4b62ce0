import { applicationProblems } from './apply';

const luca = {
  customerNumber: '100218',
  email: 'luca@rossi.example',
  firstName: 'Luca',
  lastName: 'Verdi',
  phone: '+39 02 5550 177',
  message: '',
};

describe('S1 what an application says', () => {
  test.each([{}, { message: 'Reception, second floor.\nThank you 😀' }, { customerNumber: ' IT-1/a ' }])(
    '%j is taken',
    (parts) => {
      expect(applicationProblems({ ...luca, ...parts })).toEqual([]);
    },
  );

  test.each([
    [{ customerNumber: ' ' }, 'customerNumber'],
    [{ customerNumber: '1'.repeat(41) }, 'customerNumber'],
    [{ customerNumber: '1\0' }, 'customerNumber'],
    [{ email: 'luca@rossi.example\r\nBcc: x@evil.example' }, 'email'],
    [{ firstName: '' }, 'firstName'],
    [{ phone: '' }, 'phone'],
    [{ message: 'a'.repeat(1_000_000) }, 'message'],
    [{ message: 'a\0b' }, 'message'],
    [{ message: 'a\u202eb' }, 'message'],
  ])('%j is refused at its field', (parts, path) => {
    expect(applicationProblems({ ...luca, ...parts }).map((problem) => problem.path)).toEqual([path]);
  });
});
