import { show } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const queries = ['I', 'eat'];
const even = [
  [0.5, 0.5],
  [0.25, 0.75],
];
const spec = () => JSON.parse(JSON.stringify(shown[0].bundle['application/vnd.vegalite.v5+json']));

test('one map per head, from 0 to 1, a row for the word that looks', async () => {
  await show.attention([even, even], { queries });
  const { facet, data, spec: panel } = spec();
  expect(facet.sort).toEqual(['head 1', 'head 2']);
  expect(panel.layer[0].encoding.color.scale.domain).toEqual([0, 1]);
  expect(data.values).toContainEqual({ label: 'head 2', i: 1, j: 0, row: 'eat', column: 'I', value: 0.25 });
});

test('other keys than queries, in Chinese, and labels of one’s own', async () => {
  const keys = ['你', '好', '吗'];
  await show.attention(
    [
      [
        [0.2, 0.3, 0.5],
        [1, 0, 0],
      ],
    ],
    { queries, keys, labels: ['layer 1'], title: 'Alignment' },
  );
  expect(spec().data.values).toContainEqual({
    label: 'layer 1',
    i: 0,
    j: 2,
    row: 'I',
    column: '吗',
    value: 0.5,
  });
  expect(shown[0].bundle['text/plain']).toBe('Alignment: word that looks (query) × word looked at (key)');
});

test('rounding above 1 is no error', async () => {
  await show.attention(
    [
      [
        [1.0000002, 0],
        [0, 1],
      ],
    ],
    { queries },
  );
  expect(spec().data.values[0].value).toBe(1);
});

test('refuses scores, and labels that do not fit', async () => {
  await expect(
    show.attention(
      [
        [
          [2, 1],
          [0, 1],
        ],
      ],
      { queries },
    ),
  ).rejects.toThrow(
    'show.attention: expected weights whose rows sum to 1, got 3 in map 0, row 0. Are these scores?',
  );
  await expect(show.attention([even], { queries, labels: ['a', 'b'] })).rejects.toThrow(
    'show.attention: expected 1 labels, one per map, got 2',
  );
  await expect(show.attention([even], { queries: ['I'] })).rejects.toThrow('got 2 × 2');
});
