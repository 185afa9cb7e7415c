import * as tf from '@tensorflow/tfjs';
import { expectAsOnCpu } from './as-on-cpu';
import { startWasmAndCpu } from './start-wasm-and-cpu';

beforeAll(startWasmAndCpu);

const settings = (['valid', 'same', 1] as const).flatMap((pad) =>
  [1, 2, 3].map((stride): [typeof pad, number] => [pad, stride]),
);

/** With a number for pad, tfjs computes the size of the output only for square filters. */
const width = (pad: string | number) => (pad === 1 ? 3 : 2);

test.each(settings)('the gradients of a convolution with pad %p and stride %p', (pad, stride) => {
  expectAsOnCpu(
    [
      [2, 9, 8, 3],
      [3, width(pad), 3, 4],
    ],
    (x, filter) =>
      tf.grads((x, filter) =>
        tf
          .conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad)
          .square()
          .sum(),
      )([x, filter]),
  );
});

test.each(settings)('the gradients of a depthwise convolution with pad %p and stride %p', (pad, stride) => {
  expectAsOnCpu(
    [
      [2, 9, 8, 3],
      [3, width(pad), 3, 2],
    ],
    (x, filter) =>
      tf.grads((x, filter) =>
        tf
          .depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad)
          .square()
          .sum(),
      )([x, filter]),
  );
});

test.each<[string, ...number[][]]>([
  ['ij,jk->ik', [3, 4], [4, 5]],
  ['bij,bjk->bik', [2, 3, 4], [2, 4, 5]],
  ['bthd,bshd->bhts', [2, 3, 2, 4], [2, 5, 2, 4]],
  ['ij->ji', [3, 4]],
  ['ij->', [3, 4]],
  ['i,j->ij', [3], [4]],
])('einsum %s', (equation, ...shapes) => {
  expectAsOnCpu(shapes, (...inputs) => tf.einsum(equation, ...inputs));
});
