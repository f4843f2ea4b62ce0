import { isTrackingTemplate, trackingUrl } from './tracking-url';

test.each([
  'https://track.example/p/{number}',
  'https://track.example/?code={number}&lang=it',
  'https://track.example:8443/{number}/{number}',
])('%s is an address of a carrier', (template) => {
  expect(isTrackingTemplate(template)).toBe(true);
});

test.each([
  ['javascript:', 'javascript:alert("{number}")'],
  ['javascript: in capitals', 'JavaScript:alert(1)//{number}'],
  ['javascript: broken by a tab', 'java\tscript:alert(1)//{number}'],
  ['data:', 'data:text/html,{number}'],
  ['http', 'http://track.example/{number}'],
  ['no number', 'https://track.example/'],
  ['the number in the host', 'https://{number}.example/'],
  ['the number as the host', 'https://{number}/'],
  ['a name and password', 'https://anna:secret@track.example/{number}'],
  ['a path without a slash', 'https://track.example?{number}'],
  ['a back slash', 'https://track.example\\@evil.example/{number}'],
  ['blanks around it', ' https://track.example/{number}'],
  ['nothing', ''],
  ['too much', `https://track.example/{number}/${'x'.repeat(300)}`],
])('%s is refused', (_, template) => {
  expect(isTrackingTemplate(template)).toBe(false);
  expect(trackingUrl(template, 'AB 1')).toBeNull();
});

test('R56 the number is encoded: it stays one part of the address', () => {
  expect(trackingUrl('https://track.example/p/{number}?n={number}', 'A/1 &x=#é')).toBe(
    'https://track.example/p/A%2F1%20%26x%3D%23%C3%A9?n=A%2F1%20%26x%3D%23%C3%A9',
  );
  expect(trackingUrl('https://track.example/{number}', "$&'")).toBe("https://track.example/%24%26'");
});

test('without a number, or a carrier that tells, there is no link', () => {
  expect(trackingUrl('https://track.example/{number}', null)).toBeNull();
  expect(trackingUrl(null, 'AB1')).toBeNull();
});
