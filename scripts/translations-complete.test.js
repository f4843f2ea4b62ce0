const { translationDefects } = require('./translations-complete.mjs');

describe('texts in several languages', () => {
  it('are complete with the same keys, whatever plural forms a language has', () => {
    const it = {
      orders: {
        count_one: '{{count}} ordine',
        count_many: '{{count}} di ordini',
        count_other: '{{count}} ordini',
      },
    };
    const en = { orders: { count_one: '{{count}} order', count_other: '{{count}} orders' } };
    expect(translationDefects({ it, en })).toEqual([]);
  });

  it('name a key that one language lacks', () => {
    expect(translationDefects({ it: { a: 'uno', b: 'due' }, en: { a: 'one' } })).toEqual(['en lacks b']);
  });

  it('name an empty text and other placeholders', () => {
    expect(
      translationDefects({ it: { a: 'Ciao {{name}}', b: 'due' }, en: { a: 'Hello {{who}}', b: ' ' } }),
    ).toEqual(['en has no text for b', 'en has other placeholders than it in a']);
  });
});
