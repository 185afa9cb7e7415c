import { Adam, crossEntropy, digits, Mlp, type Rng } from 'lineage';
import { training } from './training';

/** A multi-layer perceptron on MNIST, or on made digits where MNIST can't be had. */
export const mlp = training({
  model: ({ hidden }, rng: Rng) => new Mlp({ layers: [784, hidden, 10], activation: 'relu' }, rng),
  optimizer: (model, { learningRate }) => new Adam(model, { learningRate }),
  loss: crossEntropy,
  async batches({ batch }, count, rng) {
    const { train, provenance } = await digits();
    const { x, y } = train.take(rng.permutation(train.size).subarray(0, count * batch));
    const images = { dtype: 'F32', shape: [count, batch, 784], data: x.dataSync<'float32'>() } as const;
    const classes = { dtype: 'I32', shape: [count, batch], data: y.dataSync<'int32'>() } as const;
    x.dispose();
    y.dispose();
    return { x: images, y: classes, data: `${provenance.name} (${provenance.kind})` };
  },
});
