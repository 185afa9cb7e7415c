import { compareText } from './compare-text';

const compare = (stored: string, got: string, tolerance = 0.01) =>
  compareText('stdout', stored, got, tolerance);

test('compareText() compares number by number and says which one is off', () => {
  expect(compare('loss 0.500, accuracy 97.1 %', 'loss 0.501, accuracy 97.2 %')).toEqual([]);
  expect(compare('loss 0.5, accuracy 97.1 %', 'loss 0.5, accuracy 87.1 %')).toEqual([
    {
      what: 'number off tolerance',
      at: 'stdout, number 2 after ", accuracy"',
      stored: '97.1',
      got: '87.1',
      note: '10 apart = 10.3 %, tolerance 1 %',
    },
  ]);
});

test('compareText() compares the words exactly', () => {
  expect(compare('step 1\nloss 0.5', 'step 1\nlost 0.5')).toEqual([
    { what: 'text differs', at: 'stdout, line 2', stored: '"loss 0.5"', got: '"lost 0.5"' },
  ]);
  expect(compare('one\ntwo 2', 'one')[0]).toMatchObject({ at: 'stdout, line 2', got: '(no such line)' });
  expect(compare('one', 'one\ntwo')[0]).toMatchObject({ at: 'stdout, line 2', stored: '(no such line)' });
});

test.each([
  ['signs', 'weight -0.5', 'weight 0.5'],
  ['the true minus sign', 'weight −0.5', 'weight 0.5'],
  ['thousands', '60,000 images', '50,000 images'],
  ['exponents', 'rate 1e-3', 'rate 1e-4'],
  ['a number without its zero', 'p = .25', 'p = .35'],
  ['a number with its unit', '98.4%', '88.4%'],
  ['both ends of a range', '10-20', '10-30'],
  ['NaN', 'loss NaN', 'loss 2.3'],
  ['infinity', 'loss -Infinity', 'loss Infinity'],
  ['numbers in a list', '[1, 2, 3]', '[1, 2, 4]'],
])('compareText() sees %s', (_, stored, got) => {
  expect(compare(stored, got)).toHaveLength(1);
  expect(compare(stored, got)[0].what).toBe('number off tolerance');
  expect(compare(stored, stored)).toEqual([]);
});

test('compareText() takes a digit inside a name for a part of the name', () => {
  expect(compare('conv1 x_1', 'conv2 x_1')[0].what).toBe('text differs');
  expect(compare('version 4.22.0', 'version 4.22.1')).toHaveLength(1);
});

test('compareText() does not mind the width of gaps and rules, which follows the numbers', () => {
  expect(
    compare('name    loss\n──────────\na       9.99', 'name     loss\n───────────\na       10.01'),
  ).toEqual([]);
  expect(compare('w  0.0000001', 'w -0.0000001')).toEqual([]);
});

test('compareText() with tolerance 0 asks for the same text', () => {
  expect(compare('1.50', '1.5', 0)[0]).toMatchObject({
    what: 'text differs',
    stored: '"1.50"',
    got: '"1.5"',
  });
  expect(compare('1.500', '1.501', 0)[0].note).toContain('must be exact');
  expect(compare('1.5', '1.5', 0)).toEqual([]);
});

test('compareText() with an infinite tolerance reads only the words', () => {
  expect(compare('12.5 s', '80.1 s', Infinity)).toEqual([]);
  expect(compare('12.5 s', '80.1 ms', Infinity)).toHaveLength(1);
});
