import { type Gate, truthTable } from 'lineage/data';

test.each<[Gate, number[]]>([
  ['and', [0, 0, 0, 1]],
  ['or', [0, 1, 1, 1]],
  ['nand', [1, 1, 1, 0]],
  ['nor', [1, 0, 0, 0]],
  ['xor', [0, 1, 1, 0]],
  ['xnor', [1, 0, 0, 1]],
])('truthTable(%p)', (gate, targets) => {
  const table = truthTable(gate);
  expect(table.inputs).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(table.targets).toEqual(targets);
  expect(table.size).toBe(4);
});
