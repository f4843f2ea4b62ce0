import { type PasswordOwner, checkPassword } from './password-rules';

const anna: PasswordOwner = {
  email: 'a.neri@rossi.example',
  firstName: 'Annalisa',
  lastName: 'Neri',
  organisation: 'Rossi Assicurazioni S.p.A.',
  brand: 'Aurora Stampa',
  hasSecondFactor: false,
};
const verdict = async (password: string, owner: Partial<PasswordOwner> = {}) => {
  const result = await checkPassword(password, { ...anna, ...owner });
  return result.ok ? 'fine' : result.failure.code;
};

test.each([
  ['correct horse battery staple', 'fine'],
  ['  spaces count too  ', 'fine'],
  ['nessuna regola di composizione', 'fine'],
  ['ガソリンスタンドの隣のパン屋さん', 'fine'],
  ['😀🐙🎈🌍🍕🚲🎷🌵🐝🔑📎🧊🪁🦊🎲', 'fine'],
  ['x7!kQ'.repeat(200), 'fine'],
  ['fourteen chars', 'PASSWORD_TOO_SHORT'],
  ['', 'PASSWORD_TOO_SHORT'],
  ['😀🐙🎈🌍🍕🚲🎷🌵🐝🔑📎🧊🪁🦊', 'PASSWORD_TOO_SHORT'],
  ['x7!kQ'.repeat(205), 'PASSWORD_TOO_LONG'],
  ['x'.repeat(1_000_000), 'PASSWORD_TOO_LONG'],
  ['half an emoji \ud83d is no text', 'PASSWORD_NOT_TEXT'],
  ['Password12345678', 'PASSWORD_COMMON'],
  ['!!!!SunShine!!!!!', 'PASSWORD_COMMON'],
  ['passwordpassword', 'PASSWORD_COMMON'],
  ['aaaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
  ['ababababababababa', 'PASSWORD_COMMON'],
  ['1234567890123456', 'PASSWORD_COMMON'],
  ['qwertyuiopqwertyuiop', 'PASSWORD_COMMON'],
  ['poiuytrewqpoiuyt', 'PASSWORD_COMMON'],
  ['platen-platen-platen', 'PASSWORD_GUESSABLE'],
  ['AuroraStampa2026', 'PASSWORD_GUESSABLE'],
  ['Annalisa Neri 1988', 'PASSWORD_GUESSABLE'],
  ['a.neri.a.neri.a.neri', 'PASSWORD_GUESSABLE'],
  ['rossi-assicurazioni', 'PASSWORD_GUESSABLE'],
  ['RossiAssicurazioni!', 'PASSWORD_GUESSABLE'],
  ['annalisa mangia tre pesche gialle', 'fine'],
])('C20 %j is %s', async (password, expected) => {
  expect(await verdict(password)).toBe(expected);
});

test('C20 eight characters are enough with a second factor, and the refusal says how many', async () => {
  const withFactor = { ...anna, hasSecondFactor: true };
  expect(await verdict('kW9-fish', withFactor)).toBe('fine');
  expect(await checkPassword('kW9-fis', withFactor)).toEqual({
    ok: false,
    failure: { code: 'PASSWORD_TOO_SHORT', least: 8 },
  });
  expect(await verdict('password1', withFactor)).toBe('PASSWORD_COMMON');
  expect(await verdict('Neri-Rossi', withFactor)).toBe('PASSWORD_GUESSABLE');
});

test('C20 nothing of the owner that is empty or short refuses anything', async () => {
  const nobody = { email: 'x@y.example', firstName: '', lastName: 'Li', organisation: null, brand: null };
  expect(await verdict('the lights are red', nobody)).toBe('fine');
});
