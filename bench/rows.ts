import { contenders } from './contenders';
import { gptRow } from './gpt-row';
import { generationProducts } from './products/generation';
import type { GptSize } from './products/gpt';
import { languageModelProducts } from './products/language-model';
import { mlpProducts } from './products/mlp';
import { seq2seqProducts } from './products/seq2seq';
import { word2vecProducts } from './products/word2vec';
import type { Row } from './row';

const small = { layers: 4, heads: 4, channels: 128, context: 64, vocabulary: 65 };
const medium = { layers: 6, heads: 6, channels: 384, context: 256, vocabulary: 65 };

/** Every line of the table, from the cheapest step to the dearest. */
export const rows: readonly Row[] = [
  mlp(64, 0.5),
  mlp(512, 0.8),
  word2vec(),
  recurrent('lstm', 'LSTM', 4, 1.3),
  recurrent('gru', 'GRU', 3, 1.3),
  seq2seq(1),
  gpt('small', { ...small, batch: 12 }, 0.95),
  gpt('medium', { ...medium, batch: 8 }, 0.95),
  generation('small', small, 1 / 2.5),
  generation('medium', medium, 1 / 1.5),
];

function mlp(batch: number, goal: number): Row {
  return {
    name: `mlp-${batch}`,
    title: `MLP 784-128-10, MNIST, batch ${batch}`,
    work: 'mlp',
    config: { batch, hidden: 128, learningRate: 1e-3 },
    products: mlpProducts([784, 128, 10], batch),
    goal,
    contenders,
    step: 'training',
  };
}

function gpt(name: string, size: GptSize, goal: number): Row {
  const { layers, heads, channels, context, batch } = size;
  const title = `GPT ${name}: ${layers} layers, ${heads} heads, ${channels} channels, context ${context}, batch ${batch}`;
  return gptRow(`gpt-${name}`, title, size, goal);
}

function word2vec(): Row {
  const [pairs, negatives, vocabularySize, vectorSize] = [1024, 5, 15_000, 100];
  return {
    name: 'word2vec',
    title: `word2vec, ${negatives} negatives, ${vectorSize} numbers a word, ${pairs} pairs`,
    work: 'word2vec',
    config: { pairs, negatives, vocabularySize, vectorSize, learningRate: 0.025 },
    products: word2vecProducts(pairs, negatives, vectorSize),
    goal: 0.6,
    contenders: [
      ...contenders.filter(({ label }) => label !== 'ours eager'),
      { side: 'torch', variant: 'by hand', label: 'torch by hand', same: true },
      { side: 'torch', variant: 'gensim', label: 'gensim', same: false, needs: 'gensim' },
    ],
    step: 'training',
    note: 'ours is WebAssembly, torch eager has sparse gradients, torch.compile compiles the step by hand',
  };
}

function recurrent(work: 'lstm' | 'gru', layer: string, gates: number, goal: number): Row {
  const size = { vocabulary: 65, channels: 64, hidden: 256, context: 64, batch: 32 };
  return {
    name: work,
    title: `Character ${layer}, ${size.hidden} hidden, context ${size.context}, batch ${size.batch}`,
    work,
    config: { ...size, learningRate: 1e-3 },
    products: languageModelProducts(gates, size),
    goal,
    contenders,
    step: 'training',
  };
}

function seq2seq(goal: number): Row {
  const [sourceVocabulary, targetVocabulary] = [600, 600];
  const [sourceLength, targetLength] = [20, 20];
  const size = { sourceVocabulary, targetVocabulary, sourceLength, targetLength };
  const widths = { channels: 64, hidden: 256, batch: 32 };
  return {
    name: 'seq2seq',
    title: `GRU encoder–decoder with attention, ${widths.hidden} hidden, ${sourceLength} words, batch ${widths.batch}`,
    work: 'seq2seq',
    config: { ...size, ...widths, learningRate: 1e-3 },
    products: seq2seqProducts({ ...size, ...widths }),
    goal,
    contenders,
    step: 'training',
  };
}

function generation(name: string, size: Omit<GptSize, 'batch'>, goal: number): Row {
  return {
    name: `generation-${name}`,
    title: `GPT ${name} writes a token`,
    work: 'generation',
    config: size,
    products: generationProducts(size),
    goal,
    contenders,
    step: 'token',
  };
}
