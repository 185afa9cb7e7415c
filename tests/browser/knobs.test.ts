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
  /** A line of a cell that trains for a while, in which the stop button is pressed. */
  readonly training: string;
}

const knobs: readonly Knob[] = [
  {
    lesson: '04-loss-functions.ipynb',
    line: 'const delta = 1',
    turned: 'const delta = 5;',
    cell: 'claim("Huber\'s answer"',
    effect: /Huber's answer.6\.25/,
    training: "const look = { title: 'A tiny GPT'",
  },
];

let server: LabServer;
beforeAll(async () => {
  server = await startLab();
});
afterAll(() => server?.stop());

test.each(knobs)(
  '$lesson: $turned has the promised effect; a stopped cell says so, and the next run is whole',
  async ({ lesson: name, line, turned, cell, effect, training }) => {
    const lesson = await Lesson.open(server, name);
    const { lab } = lesson;
    try {
      await lab.replaceLine(line, turned);
      await lab.choose('Run', 'Run All Cells');
      await lab.idle(240);
      expect(await lab.text(cell)).toMatch(effect);
      await lab.picture(cell, lesson.picture('turned'));
      await lab.choose('Run', 'Run All Cells');
      await lab.until(async () => (await lab.pictureOf(training)).startsWith('data:image/svg'), 120);
      await lab.stop();
      expect(await lab.idle(30)).toBeLessThan(5);
      expect(await lab.text(training)).toContain('KeyboardInterrupt');
      await lab.picture(training, lesson.picture('stopped'));
      await lab.choose('Run', 'Run All Cells');
      await lab.idle(240);
      expect(await lab.complaints()).toEqual([]);
    } finally {
      await lesson.close();
      console.log(`What the browser showed of ${name}: ${lesson.folder}`);
    }
  },
  600_000,
);
