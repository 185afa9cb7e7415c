import type { DataSet } from './data-set';

/** 1,115,394 characters of Shakespeare’s plays. */
export const tinyShakespeare = {
  name: 'tinyshakespeare',
  licence: 'public domain text; the repository states no licence',
  source: 'Karpathy, "The unreasonable effectiveness of recurrent neural networks", 2015',
  files: [
    {
      name: 'input.txt',
      bytes: 1_115_394,
      sha256: '86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed',
      url: 'https://raw.githubusercontent.com/karpathy/char-rnn/6f9487a6fe5b420b7ca9afb0d7c078e37c1d1b4e/data/tinyshakespeare/input.txt',
    },
  ],
} as const satisfies DataSet;
