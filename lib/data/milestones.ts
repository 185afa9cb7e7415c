/** One step on the way from a neuron on paper to ChatGPT. */
export interface Milestone {
  /** When it was first published, as paper, preprint or release: `1943` or `2017-06`. */
  readonly date: string;
  readonly name: string;
  /** The line of thought that it belongs to. */
  readonly strand: 'networks' | 'words' | 'sequences' | 'attention' | 'GPT' | 'people';
  readonly by: string;
  /** What it could do that nothing could before. */
  readonly added: string;
  /** What it could not do, and so why the story went on. */
  readonly missing: string;
  /** The number of the notebook that builds it. */
  readonly notebook: string;
}

/** The map of the course: the systems that led to ChatGPT, 1943 to 2022, by date. */
export const milestones: readonly Milestone[] = [
  {
    date: '1943',
    name: 'Threshold unit',
    strand: 'networks',
    by: 'McCulloch and Pitts',
    added: 'a neuron as arithmetic: add up, compare with a threshold',
    missing: 'its weights are set by hand',
    notebook: '02',
  },
  {
    date: '1948',
    name: 'n-grams',
    strand: 'words',
    by: 'Shannon',
    added: 'language as chance: guess the next letter or word from the last few',
    missing: 'it can’t guess what it has never counted',
    notebook: '08',
  },
  {
    date: '1958',
    name: 'Perceptron',
    strand: 'networks',
    by: 'Rosenblatt',
    added: 'learns its weights from its own mistakes',
    missing: 'it draws one straight line, so XOR is beyond it',
    notebook: '02',
  },
  {
    date: '1972',
    name: 'TF-IDF',
    strand: 'words',
    by: 'Spärck Jones',
    added: 'a text as numbers, rare words weighing more',
    missing: '“good” and “great” have nothing in common',
    notebook: '09',
  },
  {
    date: '1986',
    name: 'Backpropagation',
    strand: 'networks',
    by: 'Rumelhart, Hinton and Williams',
    added: 'hidden layers learn features of their own',
    missing: 'with many layers the slopes die out',
    notebook: '03',
  },
  {
    date: '1990',
    name: 'Recurrent network',
    strand: 'sequences',
    by: 'Elman',
    added: 'reads word by word and carries a memory along',
    missing: 'it forgets what is more than a few words back',
    notebook: '11',
  },
  {
    date: '1997',
    name: 'LSTM',
    strand: 'sequences',
    by: 'Hochreiter and Schmidhuber',
    added: 'gates that keep a memory for long',
    missing: 'one step after the other is slow to train',
    notebook: '12',
  },
  {
    date: '1998',
    name: 'Digits read',
    strand: 'networks',
    by: 'LeCun, Bottou, Bengio and Haffner',
    added: 'reads the handwriting on bank cheques',
    missing: 'a fixed number of inputs: no sentences',
    notebook: '06',
  },
  {
    date: '2003',
    name: 'Neural language model',
    strand: 'words',
    by: 'Bengio and others',
    added: 'learns a vector per word while it guesses the next',
    missing: 'it sees only a few words back',
    notebook: '08',
  },
  {
    date: '2013',
    name: 'word2vec',
    strand: 'words',
    by: 'Mikolov and others',
    added: 'king − man + woman ≈ queen, from plain text',
    missing: 'one vector per word, whatever the sentence',
    notebook: '10',
  },
  {
    date: '2014-06',
    name: 'seq2seq',
    strand: 'sequences',
    by: 'Cho and others; Sutskever and others',
    added: 'translates: 你好 in, Hello out',
    missing: 'the whole sentence must fit into one vector',
    notebook: '13',
  },
  {
    date: '2014-09',
    name: 'Attention',
    strand: 'attention',
    by: 'Bahdanau, Cho and Bengio',
    added: 'looks back at every word while it translates',
    missing: 'it still reads one word after the other',
    notebook: '14',
  },
  {
    date: '2017-06',
    name: 'Transformer',
    strand: 'attention',
    by: 'Vaswani and others',
    added: 'attention alone, all words at once',
    missing: 'its cost grows with the square of the length',
    notebook: '16',
  },
  {
    date: '2018-06',
    name: 'GPT-1',
    strand: 'GPT',
    by: 'Radford and others',
    added: 'reads first, then is tuned for each task',
    missing: 'every task needs labels and a tuned copy',
    notebook: '19',
  },
  {
    date: '2018-10',
    name: 'BERT',
    strand: 'attention',
    by: 'Devlin and others',
    added: 'fills in blanks, looking left and right',
    missing: 'it can’t write: there is no next word',
    notebook: '17',
  },
  {
    date: '2019-02',
    name: 'GPT-2',
    strand: 'GPT',
    by: 'Radford and others',
    added: 'does tasks that it was never tuned for, if asked in plain text',
    missing: 'asked in other words, it often fails',
    notebook: '20',
  },
  {
    date: '2020-05',
    name: 'GPT-3',
    strand: 'GPT',
    by: 'Brown and others',
    added: 'learns a task from a few examples in the prompt',
    missing: 'it goes on with a text; it doesn’t try to help',
    notebook: '21',
  },
  {
    date: '2022-03',
    name: 'InstructGPT',
    strand: 'people',
    by: 'Ouyang and others',
    added: 'follows instructions, taught by what people prefer',
    missing: 'the taught reward can be gamed',
    notebook: '24',
  },
  {
    date: '2022-11',
    name: 'ChatGPT',
    strand: 'people',
    by: 'OpenAI',
    added: 'a conversation that anyone can have',
    missing: 'it can be sure and wrong',
    notebook: '28',
  },
];
