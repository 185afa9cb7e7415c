import type { DataSet } from './data-set';

const address = 'https://ossci-datasets.s3.amazonaws.com/mnist';

/** 60,000 + 10,000 handwritten digits, 28 × 28 grey values each, as packed IDX. */
export const mnist = {
  name: 'mnist',
  licence: 'CC BY-SA 3.0 as commonly credited (Y. LeCun and C. Cortes; derived from NIST data)',
  source:
    'LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998',
  files: [
    {
      name: 'train-images-idx3-ubyte.gz',
      bytes: 9_912_422,
      sha256: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
      url: `${address}/train-images-idx3-ubyte.gz`,
    },
    {
      name: 'train-labels-idx1-ubyte.gz',
      bytes: 28_881,
      sha256: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
      url: `${address}/train-labels-idx1-ubyte.gz`,
    },
    {
      name: 't10k-images-idx3-ubyte.gz',
      bytes: 1_648_877,
      sha256: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
      url: `${address}/t10k-images-idx3-ubyte.gz`,
    },
    {
      name: 't10k-labels-idx1-ubyte.gz',
      bytes: 4_542,
      sha256: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
      url: `${address}/t10k-labels-idx1-ubyte.gz`,
    },
  ],
} as const satisfies DataSet;
