import { Rng } from 'lineage';
import { graphSvg, ScalarMlp, squaredError, topologicalOrder, Value } from 'lineage/autograd';
import { graphLayout } from '../../../lib/autograd/graph-layout';

function xorGraph(): Value {
  const net = new ScalarMlp({ layers: [2, 2, 1], hidden: 'sigmoid', output: 'sigmoid' }, new Rng(1));
  const loss = squaredError(net.forward([0, 1]), [1]);
  loss.backward();
  return loss;
}

test('every value is drawn once with its data and gradient, every operand has an arrow', () => {
  const root = xorGraph();
  const svg = graphSvg(root);
  const order = topologicalOrder(root);
  expect(svg.match(/>data /g)).toHaveLength(order.length);
  expect(svg.match(/marker-end/g)).toHaveLength(order.reduce((sum, value) => sum + value.operands.length, 0));
  for (const label of ['x1', 'h1.w2', 'h2 = σ', 'loss = ÷']) expect(svg).toContain(`>${label}<`);
  expect(svg).toContain('>grad 1<');
});

test('arrows run downwards and no two boxes overlap', () => {
  const placed = graphLayout(xorGraph());
  const at = new Map(placed.map((node) => [node.value, node]));
  for (const { value, level } of placed)
    for (const operand of value.operands) expect(at.get(operand)!.level).toBeLessThan(level);
  for (const a of placed)
    for (const b of placed)
      if (a !== b && a.level === b.level) expect(Math.abs(a.place - b.place)).toBeGreaterThan(0.999);
});

test('a name with markup stays a name', () => {
  expect(graphSvg(new Value(1, 'a<b&c'))).toContain('a&lt;b&amp;c');
});

test('a graph too large to read is refused', () => {
  const sum = Value.sum(Array.from({ length: 80 }, () => new Value(1)));
  expect(() => graphSvg(sum)).toThrow('graphSvg: expected at most 60 values, got 81');
});
