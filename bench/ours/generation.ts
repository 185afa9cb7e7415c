import * as tf from '@tensorflow/tfjs';
import { dispose, Gpt, generate, parameters, Rng } from 'lineage';
import { loopFor } from '../../lib/models/loop-for';
import { assignStored, toStored } from '../../lib/train/stored-variables';
import type { Config } from '../row';
import type { Work } from './work';

const seed = 5;

/** How many times larger than at the start of training the weights are: else the likeliest token is always the last one. */
const livelier = 6;

/** After so many tokens, the loop has been compiled for good. */
const untilCompiled = 1024;

const greedy = { greedy: true, topK: Infinity, nucleus: false, penalises: false };

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
  async run(config, variant, weights) {
    const model = gptOf(config);
    assignStored('bench', parameters(model), weights);
    const eager = variant === 'eager';
    const write = () => [
      ...generate(model, [0], { tokens: config.context, temperature: 0, rng: new Rng(seed), eager }),
    ];
    let isFirst = true;
    return {
      advance() {
        const tokens = write();
        while (!eager && isFirst && tokens.length < untilCompiled) tokens.push(...write());
        isFirst = false;
        if (!eager && loopFor(model, greedy, 0)?.mode !== 'graph')
          throw new Error('bench: expected tokens from a compiled loop, got them one operation at a time');
        return tokens.map((token) => token + 1); // counted from 1, so that differences can be relative
      },
      dispose: () => dispose(model),
    };
  },
};

function gptOf({ vocabulary, context, layers, heads, channels }: Config): Gpt {
  return new Gpt({ vocabulary, context, layers, heads, channels }, new Rng(seed));
}
