import { contenders } from './contenders';
import { type GptSize, gptProducts } from './products/gpt';
import type { Row } from './row';

/** A row that trains a GPT of some size. */
export function gptRow(name: string, title: string, size: GptSize, goal: number): Row {
  return {
    ...{ name, title, work: 'gpt', config: { ...size, learningRate: 1e-3, weightDecay: 0.1 } },
    ...{ products: gptProducts(size), goal, contenders, step: 'training' },
  };
}
