import type { DataSet } from './data-set';

/** Wikipedia articles, validation and test part; <unk> marks rare words. */
export const wikiText2 = {
  name: 'wikitext-2',
  licence: 'CC BY-SA 3.0 (Wikipedia; Merity et al. 2016)',
  source: 'Merity, Xiong, Bradbury and Socher, "Pointer sentinel mixture models", 2016',
  files: [
    {
      name: 'valid.txt',
      bytes: 1_121_681,
      sha256: 'f0737ed31fc1329026e95cb8b98e19c2a182c39c240ab909dc31abf2f8af58e8',
      url: 'https://raw.githubusercontent.com/pytorch/examples/77f55b912142e11fcfdf5b530231fb9c52f181e8/word_language_model/data/wikitext-2/valid.txt',
    },
    {
      name: 'test.txt',
      bytes: 1_256_449,
      sha256: 'd790b833ef8cf03a90db7bf1271b7520b83c45ce07ba3c1a9699df81e239eca0',
      url: 'https://raw.githubusercontent.com/pytorch/examples/77f55b912142e11fcfdf5b530231fb9c52f181e8/word_language_model/data/wikitext-2/test.txt',
    },
  ],
} as const satisfies DataSet;
