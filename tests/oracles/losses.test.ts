import type * as tf from '@tensorflow/tfjs';
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  huber,
  kl,
  logSoftmax,
  mae,
  mse,
  nll,
  type Reduction,
  softmax,
} from 'lineage';
import { constant, type OracleCase, testOracle, toTensor } from './oracle';
import { expectOracle, inputLeaf } from './oracle-gradients';

/** What every loss takes besides predictions and targets, from the case's constants; an unknown one fails. */
function options(oracle: OracleCase) {
  const ours: Record<string, string> = {
    reduction: 'reduction',
    delta: 'delta',
    ignoreIndex: 'ignore',
    labelSmoothing: 'smoothing',
  };
  const entries = Object.entries(oracle.config).map(([key, value]) => {
    if (!ours[key]) throw new Error(`${oracle.name}: no test reads config.${key}`);
    return [ours[key], value];
  });
  return Object.fromEntries(entries) as {
    reduction?: Reduction;
    delta?: number;
    ignore?: number;
    smoothing?: number;
  };
}

type Loss = (predictions: tf.Tensor, targets: tf.Tensor, taken: ReturnType<typeof options>) => tf.Scalar;

/** The case's prediction has the name `key`; its target is no leaf. */
function against(key: string, loss: Loss): (oracle: OracleCase) => void {
  return (oracle) => {
    const predictions = inputLeaf(oracle, key);
    const targets = toTensor(oracle.inputs!.target);
    expectOracle(oracle, { [key]: { variable: predictions } }, () => ({
      loss: loss(predictions, targets, options(oracle)),
    }));
  };
}

/** PyTorch's `batchmean` is our mean over the rows. */
function klReduction(oracle: OracleCase): 'rows' | 'mean' | 'sum' {
  const reduction = constant<'batchmean' | 'mean' | 'sum'>(oracle, 'reduction', 'string');
  return reduction === 'batchmean' ? 'rows' : reduction;
}

testOracle('losses', {
  l1: against('pred', mae),
  mse: against('pred', mse),
  huber: against('pred', huber),
  'cross-entropy': against('logits', crossEntropy),
  'cross-entropy-soft': against('logits', crossEntropy),
  'bce-with-logits': against('logits', binaryCrossEntropyWithLogits),
  bce: against('prob', binaryCrossEntropy),
  nll: against('logProb', nll),
  kl: (oracle) => {
    const [logitsQ, logitsP] = ['logitsQ', 'logitsP'].map((key) => inputLeaf(oracle, key));
    expectOracle(oracle, { logitsQ: { variable: logitsQ }, logitsP: { variable: logitsP } }, () => ({
      loss: kl(logSoftmax<tf.Tensor>(logitsQ), softmax<tf.Tensor>(logitsP), {
        reduction: klReduction(oracle),
      }),
    }));
  },
  'kl-probs': (oracle) => {
    const logitsQ = inputLeaf(oracle, 'logitsQ');
    const p = toTensor(oracle.inputs!.probP);
    expectOracle(oracle, { logitsQ: { variable: logitsQ } }, () => ({
      loss: kl(logSoftmax<tf.Tensor>(logitsQ), p, { reduction: klReduction(oracle) }),
    }));
  },
});
