import { cmnEng } from './cmn-eng';
import type { DataSet } from './data-set';
import { googleAnalogies } from './google-analogies';
import { mnist } from './mnist';
import { names } from './names';
import { simLex999 } from './sim-lex-999';
import { smsSpam } from './sms-spam';
import { tinyShakespeare } from './tiny-shakespeare';
import { wikiText2 } from './wiki-text-2';
import { wordSim353 } from './word-sim-353';

export type { DataFile, DataSet } from './data-set';

/** Every data set that a loader can ask the finder for, by name. */
export const dataSets = {
  'cmn-eng': cmnEng,
  'google-analogies': googleAnalogies,
  mnist,
  names,
  simlex999: simLex999,
  'sms-spam': smsSpam,
  tinyshakespeare: tinyShakespeare,
  'wikitext-2': wikiText2,
  wordsim353: wordSim353,
} as const satisfies Record<string, DataSet>;

/** The name of a data set in {@link dataSets}. */
export type DataSetName = keyof typeof dataSets;
