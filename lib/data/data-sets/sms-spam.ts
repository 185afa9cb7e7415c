import type { DataSet } from './data-set';

/** 5,574 text messages, each marked ham or spam; label TAB message, no quoting. */
export const smsSpam = {
  name: 'sms-spam',
  licence: 'CC BY 4.0 (UCI Machine Learning Repository; Almeida and Hidalgo)',
  source: 'Almeida, Gómez Hidalgo and Yamakami, "Contributions to the study of SMS spam filtering", 2011',
  files: [
    {
      name: 'SMSSpamCollection',
      bytes: 477_907,
      sha256: '7d039a24a6083ed9ef0f806ebad56bbb976e3aeb8de05669173bfdc4996c239d',
      url: 'https://raw.githubusercontent.com/justmarkham/pycon-2016-tutorial/5339710562cc46c4a32a369d63f1e8751a18a54e/data/sms.tsv',
    },
  ],
} as const satisfies DataSet;
