import type { DataSet } from './data-set';

/** 26,388 sentence pairs: English TAB Chinese TAB attribution; the Chinese script is mixed. */
export const cmnEng = {
  name: 'cmn-eng',
  licence: 'CC BY 2.0 FR (Tatoeba); attribution is the third column and _about.txt, keep both',
  source: 'Tatoeba, release of 2021-07-14 by manythings.org',
  files: [
    {
      name: 'cmn.txt',
      bytes: 3_765_470,
      sha256: 'af1099fbf65a5c7041ff4e960306b13138793887335b53b4d9f698faefa6593a',
      url: 'https://raw.githubusercontent.com/vivounicorn/attention-seq2seq/4baca98af513f1b01f65898eb62bcd411fc19be3/cmn-eng/cmn.txt',
    },
    {
      name: '_about.txt',
      bytes: 1_441,
      sha256: '5b85dfcbb46ea28459472a91281cb502cf64e2c3d26784bc8e4a0a77444aa47e',
      url: 'https://raw.githubusercontent.com/vivounicorn/attention-seq2seq/4baca98af513f1b01f65898eb62bcd411fc19be3/cmn-eng/_about.txt',
    },
  ],
} as const satisfies DataSet;
