import type { DataSet } from './data-set';

/** 999 pairs of words and how similar people found them, 0–10; TAB, CRLF, with a header. */
export const simLex999 = {
  name: 'simlex999',
  licence: 'no explicit licence; cite Hill, Reichart and Korhonen (2014), see README.txt',
  source:
    'Hill, Reichart and Korhonen, "SimLex-999: evaluating semantic models with (genuine) similarity estimation", 2014',
  files: [
    {
      name: 'SimLex-999.txt',
      bytes: 44_050,
      sha256: 'ca00ff8515a36cde32d13c2b83def23f5a167b67db93ebfcfb7dae039ba22c0b',
      url: 'https://raw.githubusercontent.com/benathi/word2gm/56bda7d964b2eede9b0280e7b9a3b9cdbb06fa38/evaluation_data/SimLex-999/SimLex-999.txt',
    },
  ],
} as const satisfies DataSet;
