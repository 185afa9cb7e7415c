import { paysXla } from '../../../lib/compile/pays-xla';
import { workSize } from '../../../lib/compile/work-size';

const op = (name: string, inputs: number[], shape: number[]) => ({
  name,
  inputs,
  outputs: [{ id: 0, dtype: 1, shape }],
  attributes: [],
});

test('operations, their numbers, and how often products use one tensor', () => {
  const ops = [
    op('MatMul', [1, 2], [3, 4]),
    op('_FusedMatMul', [5, 2, 6], [3, 4]),
    op('AddV2', [2, 2], [3, 4]),
    op('BatchMatMulV2', [2, 7], [2, 5]),
    op('Sum', [7], []),
  ];
  expect(workSize({ ops })).toEqual({ operations: 5, elements: 47, reuse: 3 });
  expect(workSize({ ops: [] })).toEqual({ operations: 0, elements: 0, reuse: 0 });
});

describe('whether XLA pays', () => {
  const manyCalls = 1e5;
  test.each([
    ['a small GPT of four layers', { operations: 1510, elements: 97e6, reuse: 2 }, true],
    ['the same of eight', { operations: 2882, elements: 190e6, reuse: 2 }, true],
    ['a medium GPT, whose products are large', { operations: 2196, elements: 1233e6, reuse: 2 }, false],
    ['an LSTM over 20 symbols', { operations: 740, elements: 2e6, reuse: 20 }, false],
    ['an LSTM over 64 characters', { operations: 2186, elements: 36e6, reuse: 64 }, false],
    ['a translator of 20 words', { operations: 4367, elements: 269e6, reuse: 40 }, false],
    ['an MLP', { operations: 109, elements: 1.6e6, reuse: 2 }, true],
  ])('%s', (_, size, pays) => {
    expect(paysXla(size, manyCalls)).toBe(pays);
    expect(paysXla(size, 3)).toBe(false);
  });
});
