import type { DataSet } from './data-set';

/** 19,544 analogies between words in 14 sections. */
export const googleAnalogies = {
  name: 'google-analogies',
  licence: 'Apache-2.0',
  source:
    'Mikolov, Chen, Corrado and Dean, "Efficient estimation of word representations in vector space", 2013',
  files: [
    {
      name: 'questions-words.txt',
      bytes: 603_955,
      sha256: '8c29b3332afc46f3fb8be04cb5297bf96f39aa7131272dff57869b4485b22a36',
      url: 'https://raw.githubusercontent.com/tmikolov/word2vec/20c129af10659f7c50e86e3be406df663beff438/questions-words.txt',
    },
  ],
} as const satisfies DataSet;
