import { type Answer, type Standing, settle } from './settle';

const waiting: Standing = { state: 'waiting', word: null };
const booked: Standing = { state: 'booked', word: 'R1' };
const refused: Standing = { state: 'refused', word: 'closed' };

test.each<[string, Standing, Answer, string, Standing]>([
  ['waiting, booked', waiting, { reference: 'R1' }, 'booked', booked],
  ['waiting, refused', waiting, { refusal: 'closed' }, 'refused', refused],
  ['booked, the same again', booked, { reference: 'R1' }, 'unchanged', booked],
  ['booked, under another reference', booked, { reference: 'R2' }, 'kept', booked],
  ['booked, then refused', booked, { refusal: 'closed' }, 'kept', booked],
  ['refused, the same again', refused, { refusal: 'closed' }, 'unchanged', refused],
  ['refused, for another reason', refused, { refusal: 'odd' }, 'refused', { state: 'refused', word: 'odd' }],
  ['refused, booked after all', refused, { reference: 'R1' }, 'booked', booked],
])('%s', (_, now, answer, settlement, next) => {
  expect(settle(now, answer)).toEqual({ settlement, next });
});
