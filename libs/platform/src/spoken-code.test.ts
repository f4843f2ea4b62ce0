import { newSpokenCode, readSpokenCode } from './spoken-code';

test('a code is short, typable and never the same', () => {
  const codes = Array.from({ length: 200 }, newSpokenCode);
  expect(new Set(codes).size).toBe(200);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(readSpokenCode(code)).toBe(code);
  }
});

test.each([
  ['7kqm-2xw8-01zd', '7KQM-2XW8-01ZD'],
  [' 7KQM 2XW8 OIZD ', '7KQM-2XW8-01ZD'],
  ['7kqm2xw8olzd', '7KQM-2XW8-01ZD'],
  ['7KQM-2XW8-01Z', null],
  ['7KQM-2XW8-01ZU', null],
  ['', null],
  ['A'.repeat(1000), null],
])('%s is read as %s', (typed, code) => expect(readSpokenCode(typed)).toBe(code));
