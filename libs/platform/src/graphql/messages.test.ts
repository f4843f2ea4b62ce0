import { messagesOf } from './messages';

const message = messagesOf({
  it: { greeting: 'Buongiorno {name}' },
  nl: { greeting: 'Dag {name}' },
  en: { greeting: 'Hello {name}, {name}' },
});

test('a text is said in the language asked for, with its values', () => {
  expect(message('it', 'greeting', { name: 'Anna' })).toBe('Buongiorno Anna');
  expect(message('en', 'greeting', { name: 'Anna' })).toBe('Hello Anna, Anna');
});

test('a value that is missing leaves its place to be seen', () => {
  expect(message('nl', 'greeting')).toBe('Dag {name}');
});
