import { formatNumber } from '../../../lib/display/format-number';

test.each([
  [0, '0'],
  [3752, '3752'],
  [0.975141, '0.9751'],
  [0.98, '0.98'],
  [-24.70412, '-24.7'],
  [123456.789, '123457'],
  [1.5e-7, '1.5e-7'],
  [0.00001, '1e-5'],
  [1e20, '1e+20'],
  [Number.NaN, 'NaN'],
  [-Infinity, '-∞'],
])('%p is written %p', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('digits are significant ones', () => {
  expect(formatNumber(2 / 3, 2)).toBe('0.67');
  expect(formatNumber(200 / 3, 2)).toBe('67');
});
