import * as tf from '@tensorflow/tfjs';
import { plainWords } from '../../kernel-setup/kernel/main/plain-words';

/** What a reader is told of an operation that fails on this backend. */
function told(operation: () => unknown): string {
  try {
    tf.tidy(() => {
      operation();
    });
  } catch (error) {
    return plainWords((error as Error).message);
  }
  return 'nothing';
}

test.each([
  [
    () => tf.zeros([2, 3]).matMul(tf.zeros([4, 5])),
    /^matMul: expected inner sizes that agree, .*got \[2, 3\] × \[4, 5\]$/,
  ],
  [
    () => tf.zeros([2, 3]).add(tf.zeros([4, 5])),
    /^expected shapes that fit each other, got \[2, 3\] and \[4, 5\]: /,
  ],
  [
    () => tf.zeros([2, 3]).reshape([4, 5]),
    /^reshape: expected .*20.*, got 6|^reshape: expected .*\[4, 5\].*, got 6$/,
  ],
])('%s', (operation, words) => {
  expect(told(operation)).toMatch(words);
});

test('other words stay', () => {
  expect(plainWords('Invalid TF_Status: 3\nMessage: Expected size[1] in [0, 1]')).toBe(
    'Expected size[1] in [0, 1]',
  );
  expect(plainWords('too far')).toBe('too far');
});

test('a missing package comes without the places of this machine', () => {
  expect(plainWords("Cannot find module 'nope'\nRequire stack:\n- /a/b.js\n- /c.js")).toBe(
    "Cannot find module 'nope'",
  );
});
