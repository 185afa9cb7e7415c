import { type LabServer, startLab } from './lab-server';
import { Lesson } from './lesson';

/** A knob of a lesson, turned as its comment says, and what the comment promises. */
interface Knob {
  readonly lesson: string;
  /** The beginning of its line, and what is typed instead. */
  readonly line: string;
  readonly turned: string;
  /** A line of the cell that shows the effect, and what it shows then. */
  readonly cell: string;
  readonly effect: RegExp;
  /** A line of a cell that trains for a while, if the stop button is pressed in it. */
  readonly training?: string;
}

const knobs: readonly Knob[] = [
  {
    lesson: '00-start-here.ipynb',
    ...{ line: 'const epochs = {', turned: 'const epochs = 1;' },
    ...{ cell: '// Seeds 1–5 gave 0.921', effect: /share of unseen scribbles read\s*0\.8[3-9]/ },
  },
  {
    lesson: '01-features.ipynb',
    ...{ line: 'const module = 2', turned: 'const module = 3;' },
    ...{ cell: 'const both = [[ways[0]', effect: /rules by hand\s*0\.98\d*\s*0\.9/ },
  },
  {
    lesson: '02-the-perceptron.ipynb',
    ...{ line: 'const learningRate = 1', turned: 'const learningRate = 0.25;' },
    ...{ cell: "const gate = 'and'", effect: /\(1,1\)\s*0\.25\s*0\.25\s*0\.25/ },
  },
  {
    lesson: '03-a-network-learns-xor.ipynb',
    ...{ line: 'const x = 2, t = 1', turned: 'const x = -2, t = 1, w = -0.5, b = 0.3;' },
    ...{ cell: 'const x = -2', effect: /[-−]2\s*0\.144\d*\s*0\.144/ },
  },
  {
    lesson: '04-loss-functions.ipynb',
    ...{ line: 'const delta = 1', turned: 'const delta = 5;' },
    ...{ cell: 'claim("Huber\'s answer"', effect: /Huber's answer\s*6\.25/ },
    training: "const look = { title: 'A tiny GPT'",
  },
  {
    lesson: '05-optimisers.ipynb',
    ...{ line: 'const rate = 0.1, mu = 0.9', turned: 'const rate = 1, mu = 0.9;' },
    ...{ cell: 'const rate = 1, mu', effect: /1\s*[-−]1\s*[-−]1\s*0\s*2\s*1/ },
  },
  {
    lesson: '06-handwritten-digits.ipynb',
    ...{ line: 'const hidden = {', turned: 'const hidden = 16;' },
    ...{ cell: '// Quick, seeds 1–5: 0.9738', effect: /test accuracy\s*0\.9[34]/ },
  },
  {
    lesson: '07-going-deep.ipynb',
    ...{ line: 'const steps = {', turned: 'const steps = 100;' },
    ...{ cell: '// Quick, seeds 1–5: 0.9225', effect: /accuracy, 50 layers\s*0\.8[4-8]/ },
  },
  {
    lesson: '08-the-next-word.ipynb',
    ...{ line: 'const channels = {', turned: 'const channels = 2;' },
    ...{ cell: '// Seeds 1–5, quick: 2.113', effect: /the same memory\s*2\.3\d/ },
  },
  {
    lesson: '09-words-as-counts.ipynb',
    ...{ line: 'const smoothing = 1', turned: 'const smoothing = 10;' },
    ...{ cell: 'const count = (tokens: string[])', effect: /counted\s*0\.[56]/ },
  },
  {
    lesson: '10-word2vec.ipynb',
    ...{ line: 'const epochs = {', turned: 'const epochs = 1;' },
    ...{ cell: '// Seeds 1–5: 0.9958', effect: /chance\s*0\.[12]/ },
  },
  {
    lesson: '11-the-recurrent-network.ipynb',
    ...{ line: 'const steps = {', turned: 'const steps = 500;' },
    ...{ cell: '// Seeds 1–5, quick: 1.778', effect: /nats per character\s*(1\.9|2\.[01])/ },
    training: "const style = { title: 'Reading Shakespeare'",
  },
  {
    lesson: '12-lstm-and-gru.ipynb',
    ...{ line: 'const [ai, af, ag, ao] = [2, 3', turned: 'const [ai, af, ag, ao] = [2, -3, 1, 0];' },
    ...{ cell: 'const sigmoid = (a: number)', effect: /0\.0474/ },
  },
  {
    lesson: '13-from-sequence-to-sequence.ipynb',
    ...{ line: 'const hidden = {', turned: 'const hidden = 96;' },
    ...{ cell: '// Seeds 1–5: 0.994 to 1', effect: /from 20 characters\s*0\.0/ },
  },
  {
    lesson: '14-attention.ipynb',
    ...{ line: 'const asked = [-3, -1]', turned: 'const asked = [-1, -3];' },
    ...{ cell: "const characters = ['我', '昨天', '书']", effect: /0\.89, 0\.07/ },
  },
  {
    lesson: '15-self-attention-by-hand.ipynb',
    ...{ line: '[0, 1, 0.3, 0]', turned: '[0, 1, 0, 0],' },
    ...{ cell: "const eat = words.indexOf('eat')", effect: /eat\s*0\.03/ },
  },
  {
    lesson: '16-the-transformer.ipynb',
    ...{ line: 'const madeSteps = {', turned: 'const madeSteps = 120;' },
    ...{ cell: '// Seeds 1–5 and 42: 0.93', effect: /exactly right, unseen sentences\s*0\.[678]/ },
    training: "title: 'A Transformer learns",
  },
  {
    lesson: '17-bert-and-gpt.ipynb',
    ...{ line: 'const steps = {', turned: 'const steps = 500;' },
    ...{ cell: "claim('BERT, loss above the least", effect: /loss above the least possible\s*0\.[67]/ },
  },
];

/** Those that `LINEAGE_LESSONS` names by their numbers, such as `"04 06"`; all if it isn't set. */
const chosen = process.env.LINEAGE_LESSONS?.split(/\s+/);
const turns = knobs.filter(({ lesson }) => !chosen || chosen.includes(lesson.slice(0, 2)));

let server: LabServer;
beforeAll(async () => {
  server = await startLab();
});
afterAll(() => server?.stop());

test.each(turns)(
  '$lesson: $turned has the promised effect',
  async ({ lesson: name, line, turned, cell, effect }) => {
    const lesson = await Lesson.open(server, name);
    const { lab } = lesson;
    try {
      await lab.replaceLine(line, turned);
      await lab.choose('Run', 'Run All Cells');
      await lab.idle(400);
      await lab.picture(cell, lesson.picture('turned'));
      expect(await lab.text(cell)).toMatch(effect);
    } finally {
      await lesson.close();
      console.log(`What the browser showed of ${name}: ${lesson.folder}`);
    }
  },
  600_000,
);

for (const { lesson: name, training } of turns.filter((turn) => turn.training))
  test(`${name}: a stopped cell says so, and the next run is whole`, async () => {
    const lesson = await Lesson.open(server, name);
    const { lab } = lesson;
    try {
      await lab.choose('Run', 'Run All Cells');
      await lab.until(async () => (await lab.pictureOf(training!)).startsWith('data:image/svg'), 120);
      await lab.stop();
      expect(await lab.idle(30)).toBeLessThan(5);
      expect(await lab.text(training!)).toContain('KeyboardInterrupt');
      await lab.picture(training!, lesson.picture('stopped'));
      await lab.choose('Run', 'Run All Cells');
      await lab.idle(240);
      expect(await lab.complaints()).toEqual([]);
    } finally {
      await lesson.close();
      console.log(`What the browser showed of ${name}: ${lesson.folder}`);
    }
  }, 600_000);
