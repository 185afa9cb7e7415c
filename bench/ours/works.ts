import { generation } from './generation';
import { gpt } from './gpt';
import { mlp } from './mlp';
import { word2vec } from './word2vec';
import type { Work } from './work';

/** Our side of every row, by the name of its work. */
export const works: Readonly<Record<string, Work>> = { generation, gpt, mlp, word2vec };
