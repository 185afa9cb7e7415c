import { generation } from './generation';
import { gpt } from './gpt';
import { gru } from './gru';
import { lstm } from './lstm';
import { mlp } from './mlp';
import { seq2seq } from './seq2seq';
import { word2vec } from './word2vec';
import type { Work } from './work';

/** Our side of every row, by the name of its work. */
export const works: Readonly<Record<string, Work>> = { generation, gpt, gru, lstm, mlp, seq2seq, word2vec };
