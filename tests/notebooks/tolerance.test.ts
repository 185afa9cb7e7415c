import fc from 'fast-check';
import { absoluteFloor, numbersAgree } from './tolerance';

test('numbersAgree() allows the tolerance relative to the larger number, up to its edge', () => {
  expect(numbersAgree(100, 99, 0.01)).toBe(true);
  expect(numbersAgree(99, 100, 0.01)).toBe(true);
  expect(numbersAgree(100, 98.9, 0.01)).toBe(false);
  expect(numbersAgree(-100, -99, 0.01)).toBe(true);
  expect(numbersAgree(100, -100, 0.01)).toBe(false);
});

test('numbersAgree() takes what is below the floor for zero, and nothing above it', () => {
  expect(numbersAgree(0, absoluteFloor, 0.01)).toBe(true);
  expect(numbersAgree(0, 2 * absoluteFloor, 0.01)).toBe(false);
  expect(numbersAgree(0, -0, 0)).toBe(true);
  expect(numbersAgree(0, 0.5, 0.01, 0.5)).toBe(true);
});

test('numbersAgree() with tolerance 0 asks for the same number', () => {
  expect(numbersAgree(0.1 + 0.2, 0.3, 0)).toBe(false);
  expect(numbersAgree(0.3, 0.3, 0)).toBe(true);
});

test('numbersAgree() takes NaN for NaN and an infinity for itself alone', () => {
  expect(numbersAgree(Number.NaN, Number.NaN, 0.01)).toBe(true);
  expect(numbersAgree(Number.NaN, 1, 0.01)).toBe(false);
  expect(numbersAgree(1, Number.NaN, 0.01)).toBe(false);
  expect(numbersAgree(Infinity, Infinity, 0.01)).toBe(true);
  expect(numbersAgree(Infinity, -Infinity, 0.01)).toBe(false);
  expect(numbersAgree(Infinity, 1e300, 0.01)).toBe(false);
});

test('numbersAgree() is symmetric and reflexive for any two numbers', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, tolerance) => {
      expect(numbersAgree(a, a, tolerance)).toBe(true);
      expect(numbersAgree(a, b, tolerance)).toBe(numbersAgree(b, a, tolerance));
    }),
  );
});
