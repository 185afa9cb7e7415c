import * as tf from '@tensorflow/tfjs';
import { carryState, dispose, parameters, Rng, RnnLanguageModel } from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 7, channels: 6, hidden: 16 };
const ids = (...tokens: number[]) => tf.tensor2d([tokens], undefined, 'int32');

/** A model with a memory for one stream, which is given to `work` and let go of. */
function remembering(
  work: (model: RnnLanguageModel, carried: ReturnType<typeof carryState>, memory: tf.Variable) => void,
): void {
  const model = new RnnLanguageModel(config, new Rng(0));
  const zeros = model.emptyState(1);
  const memory = tf.variable<tf.Rank.R3>(zeros.h, false);
  work(model, carryState(model, { h: memory }), memory);
  tf.dispose([zeros.h, memory]);
  dispose(model);
}

test('window after window it says what it says of the whole', () => {
  remembering((model, carried) => {
    tf.tidy(() => {
      const whole = model.forward(ids(1, 2, 3, 4, 5, 6));
      const parts = tf.concat(
        [carried.forward(ids(1, 2)), carried.forward(ids(3, 4, 5)), carried.forward(ids(6))],
        1,
      );
      expect(parts.sub(whole).abs().max().dataSync()[0]).toBeLessThan(1e-5);
    });
  });
});

test('no gradient flows back into the window before', () => {
  remembering((model, carried) => {
    tf.tidy(() => {
      const variables = Object.values(parameters(model));
      carried.forward(ids(1, 2, 3));
      const { grads } = tf.variableGrads(() => carried.forward(ids(4)).square().sum<tf.Scalar>(), variables);
      const rows = grads[model.tokens.weight.name].abs().sum(1).dataSync();
      // Tokens 1 to 3 made the state, but only token 4 was in this window.
      expect([...rows.keys()].filter((token) => rows[token] > 0)).toEqual([4]);
    });
  });
});

test('leaks nothing', () => {
  expectNoLeak(() => remembering((_, carried) => tf.tidy(() => void carried.forward(ids(1, 2)))));
});
