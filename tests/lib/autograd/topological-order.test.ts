import * as fc from 'fast-check';
import { topologicalOrder, Value } from 'lineage/autograd';

test('operands come before results, each value once, the root last, whatever the graph', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 60 }), (pairs) => {
      const values = [new Value(1)];
      for (const [i, j] of pairs) values.push(values[i % values.length].subtract(values[j % values.length]));
      const root = values[values.length - 1];
      const order = topologicalOrder(root);
      expect(new Set(order).size).toBe(order.length);
      expect(order[order.length - 1]).toBe(root);
      for (const [index, value] of order.entries())
        for (const operand of value.operands) expect(order.indexOf(operand)).toBeLessThan(index);
    }),
  );
});
