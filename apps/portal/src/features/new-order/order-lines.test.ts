import {
  articleKey,
  filledLines,
  type FormLine,
  linesOf,
  type Orderable,
  quantityProblem,
} from './order-lines';

const article = (id: string): Orderable['supplies'][number]['articles'][number] => ({
  __typename: 'OrderableArticle',
  maxQuantity: 9,
  accessory: null,
  article: { __typename: 'Article', id, name: id, partNumber: id },
});
const supply = (part: Partial<Orderable['supplies'][number]>): Orderable['supplies'][number] => ({
  __typename: 'OrderableSupply',
  slot: '1',
  kind: 'TONER',
  color: 'BLACK',
  description: null,
  levelState: null,
  levelPercent: null,
  readAt: null,
  articles: [article('normal'), article('large')],
  refusal: null,
  ...part,
});
const lines = (...supplies: Orderable['supplies']): FormLine[] =>
  linesOf({
    __typename: 'OrderableSupplies',
    device: { __typename: 'Device', id: 'device', name: 'Post room', model: 'MFC', serialNumber: '1' },
    expectedOn: '2026-11-24',
    deliveryAddress: 'Bari',
    contactName: null,
    contactEmail: null,
    supplies,
  });
const typed = (texts: Readonly<Record<string, string>>) => (key: string) => texts[key] ?? '';

describe('quantityProblem', () => {
  test.each(['', ' ', '0', '1', ' 9 '])('%j is in order', (text) => {
    expect(quantityProblem(text, 9)).toBeUndefined();
  });
  test.each(['-1', '1.5', 'two', '1e3', '99999999999'])('%j is no number of pieces', (text) => {
    expect(quantityProblem(text, 9)).toEqual({ kind: 'notANumber', max: 9 });
  });
  test('more than the article allows is too many', () => {
    expect(quantityProblem('10', 9)).toEqual({ kind: 'tooMany', max: 9 });
  });
});

describe('filledLines', () => {
  test('takes the first article that fits unless another was chosen', () => {
    const [line] = lines(supply({}));
    if (!line) throw new Error('no line');
    const input = { deviceId: 'device', slot: '1', articleId: 'normal', quantity: 2 };
    expect(filledLines([line], typed({ [line.key]: ' 2 ' }))).toEqual([{ key: line.key, input }]);
    const chosen = typed({ [line.key]: '2', [articleKey(line)]: 'large' });
    expect(filledLines([line], chosen)).toEqual([{ key: line.key, input: { ...input, articleId: 'large' } }]);
  });

  test('leaves out what is empty, zero, refused or without an article', () => {
    const refusal = {
      __typename: 'OrderRefusalReason',
      code: 'ALREADY_ON_ORDER',
      text: 'On its way.',
      order: null,
    } as const;
    const all = lines(
      supply({ slot: '1' }),
      supply({ slot: '2' }),
      supply({ slot: '3', refusal }),
      supply({ slot: '4', articles: [] }),
    );
    const texts = Object.fromEntries(all.map(({ key }, index) => [key, index === 0 ? '' : '1']));
    expect(filledLines(all, typed({ ...texts, [all[1]?.key ?? '']: '0' }))).toEqual([]);
  });

  test('supplies that a machine does not report are told apart by kind and colour', () => {
    const keys = lines(supply({ slot: null }), supply({ slot: null, color: 'CYAN' })).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});
