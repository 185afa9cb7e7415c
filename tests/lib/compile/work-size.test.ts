import { paysXla } from '../../../lib/compile/pays-xla';
import { workSize } from '../../../lib/compile/work-size';

const op = (name: string, inputs: number[], output: number, shape: number[]) => ({
  name,
  inputs,
  outputs: [{ id: output, dtype: 1, shape }],
  attributes: [],
});

test('operations, their numbers, and how many products that wait for each other use one tensor', () => {
  const [x, w, v] = [1, 2, 3];
  const ops = [
    op('MatMul', [x, w], 10, [3, 4]),
    op('AddV2', [10, 10], 11, [3, 4]),
    op('_FusedMatMul', [11, w, 6], 12, [3, 4]),
    op('BatchMatMulV2', [12, w], 13, [2, 5]),
    op('Sum', [13], 14, []),
  ];
  expect(workSize({ ops })).toEqual({ operations: 5, elements: 47, reuse: 3 });
  // Many products of one tensor, none of which waits for another: all at once.
  const wide = [20, 21, 22].map((id) => op('MatMul', [x, v], id, [1]));
  expect(workSize({ ops: wide })).toEqual({ operations: 3, elements: 3, reuse: 1 });
  expect(workSize({ ops: [] })).toEqual({ operations: 0, elements: 0, reuse: 0 });
});

describe('whether XLA pays', () => {
  const manyCalls = 1e5;
  test.each([
    ['a small GPT of four layers', { operations: 1510, elements: 97e6, reuse: 2 }, true],
    ['the same of eight', { operations: 2882, elements: 190e6, reuse: 2 }, true],
    ['a medium GPT, whose products are large', { operations: 2196, elements: 1233e6, reuse: 2 }, false],
    ['an LSTM over 12 words', { operations: 600, elements: 9e6, reuse: 12 }, false],
    ['an LSTM over 64 characters', { operations: 2186, elements: 36e6, reuse: 64 }, false],
    ['a translator of 20 words', { operations: 4367, elements: 269e6, reuse: 40 }, false],
    ['an MLP', { operations: 109, elements: 1.6e6, reuse: 2 }, true],
  ])('%s', (_, size, pays) => {
    expect(paysXla(size, manyCalls)).toBe(pays);
    expect(paysXla(size, 3)).toBe(false);
  });
});
