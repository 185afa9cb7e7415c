import * as tf from '@tensorflow/tfjs';
import { dispose, Gpt, generate, parameters, Rng } from 'lineage';
import { assignStored, toStored } from '../../lib/train/stored-variables';
import type { Config } from '../row';
import type { Work } from './work';

const seed = 5;

/** How many times larger than at the start of training the weights are: else the likeliest token is always the last one. */
const livelier = 6;

/** A GPT that writes as many tokens as its context holds, always the likeliest; what is compared is which. */
export const generation: Work = {
  async start(config) {
    const model = gptOf(config);
    for (const [path, weight] of Object.entries(parameters(model)))
      if (path.startsWith('blocks') && weight.rank === 2) tf.tidy(() => weight.assign(weight.mul(livelier)));
    const weights = toStored(parameters(model));
    dispose(model);
    return { weights, batches: {}, data: 'weights that were not trained' };
  },
  async run(config, _, weights) {
    const model = gptOf(config);
    assignStored('bench', parameters(model), weights);
    return {
      // Counted from 1, so that differences can be relative.
      advance: () =>
        [...generate(model, [0], { tokens: config.context, temperature: 0, rng: new Rng(seed) })].map(
          (token) => token + 1,
        ),
      dispose: () => dispose(model),
    };
  },
};

function gptOf({ vocabulary, context, layers, heads, channels }: Config): Gpt {
  return new Gpt({ vocabulary, context, layers, heads, channels }, new Rng(seed));
}
