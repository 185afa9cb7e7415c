import { existsSync, writeFileSync } from 'node:fs';
import { ready } from 'lineage/backend';
import { twoMoons } from 'lineage/data/two-moons';
import { crossEntropy } from 'lineage/losses';
import { Mlp } from 'lineage/models/mlp';
import { parameters } from 'lineage/nn';
import { AdamW, cosine } from 'lineage/optim';
import { Rng } from 'lineage/rng';
import { train } from 'lineage/train';

/** A training run in a process of its own, for resume.test.ts to kill: `node … <checkpoint> <result>`. */
async function main([file, result]: string[]): Promise<void> {
  await ready();
  const epochs = 10;
  const model = new Mlp({ layers: [2, 64, 64, 2], activation: 'relu', dropout: 0.2 }, new Rng(5));
  const optimizer = new AdamW(model, {
    learningRate: cosine({ peak: 0.01, steps: 19 * epochs, warmup: 10 }),
  });
  const data = twoMoons({ size: 150, noise: 0.2 }, new Rng(6)); // 19 steps an epoch, the last of 6 examples
  const options = { batchSize: 8, epochs, rng: new Rng(7), loss: crossEntropy, clipNorm: 1, eager: true };
  const checkpoint = { path: file, every: 1 };
  const resume = existsSync(file) ? file : undefined;
  let first: number | undefined;
  for await (const { step } of train(model, optimizer, data, { ...options, checkpoint, resume })) {
    first ??= step;
    process.stdout.write(`${step}\n`);
  }
  const weights = Object.values(parameters(model)).map((variable) => Array.from(variable.dataSync()));
  writeFileSync(result, JSON.stringify({ first, updates: optimizer.steps, weights }));
}

void main(process.argv.slice(2));
