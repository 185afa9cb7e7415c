import path from 'node:path';
import ts from 'typescript';

/** A line of a notebook with a misspelt option, and what the compiler must say about it. */
const lines: [string, string][] = [
  ["new Linear(3, 2, rng, { inti: 'he' })", "'inti' does not exist in type 'LinearOptions'"],
  ["new Linear(3, 2, rng, { init: 'glorot' })", "'\"glorot\"' is not assignable to type 'Init | undefined'"],
  ['new LayerNorm(4, { eps: 1e-5 })', "'eps' does not exist in type 'LayerNormOptions'"],
  ["activate('swish', x)", '\'"swish"\' is not assignable to parameter of type'],
  ['crossEntropy(x, x, { ignored: 0 })', "'ignored' does not exist in type 'CrossEntropyOptions'"],
  ["mse(x, x, { reduction: 'average' })", "'\"average\"' is not assignable to type 'Reduction | undefined'"],
  ['new AdamW(model, { learningRat: 1e-3 })', "'learningRat' does not exist in type 'AdamWOptions'"],
  ['new AdamW(model, { beta1: 0.9 })', "'learningRate' is missing in type"],
  ['new Sgd(model, { learningRate: 1, momentums: 0.9 })', "'momentums' does not exist in type 'SgdOptions'"],
  ['cosine({ peak: 1, steps: 10, warmUp: 2 })', "'warmUp' does not exist in type 'DecayOptions'"],
  [
    'new Gpt({ ...gpt, context: 4, contextLength: 8 }, rng)',
    "'contextLength' does not exist in type 'GptConfig'",
  ],
  ['new Gpt(gpt, rng)', "'context' is missing in type"],
];

const head = `
import * as tf from '@tensorflow/tfjs';
import { activate, AdamW, cosine, crossEntropy, Gpt, LayerNorm, Linear, mse, Rng, Sgd } from 'lineage';
const [rng, x] = [new Rng(0), tf.ones([2, 3])];
const model = new Linear(3, 2, rng);
const gpt = { vocabulary: 5, layers: 1, heads: 1, channels: 4 };
`;

test('a misspelt option does not compile, and the message names it', () => {
  const root = path.resolve(__dirname, '../../..');
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const cell = path.join(root, 'notebooks', 'cell.ts');
  const source = head + lines.map(([line]) => `${line};`).join('\n');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => file === cell || fileExists(file);
  host.readFile = (file) => (file === cell ? source : readFile(file));
  const program = ts.createProgram([cell], options, host);
  const found = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(cell))
    .map(({ start, messageText }) => ({
      line: source.slice(0, start).split('\n').length - head.split('\n').length,
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }));
  expect(found.map(({ line }) => line)).toEqual(lines.map((_, index) => index));
  found.forEach(({ message }, index) => {
    expect(message).toContain(lines[index][1]);
  });
});
