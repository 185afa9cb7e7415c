import type { DataSet } from './data-set';

/** 353 pairs of words and how related people found them, 0–10; with a header. */
export const wordSim353 = {
  name: 'wordsim353',
  licence: 'CC BY 4.0 (Finkelstein et al. 2002)',
  source: 'Finkelstein and others, "Placing search in context: the concept revisited", 2002',
  files: [
    {
      name: 'combined.csv',
      bytes: 7_433,
      sha256: '49ff6433ae68abe716fb66433fd870483e289a7a8c74531f59eca847d103fff3',
      url: 'https://raw.githubusercontent.com/benathi/word2gm/56bda7d964b2eede9b0280e7b9a3b9cdbb06fa38/evaluation_data/wordsim353/combined.csv',
    },
  ],
} as const satisfies DataSet;
