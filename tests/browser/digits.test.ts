import type { LabPage } from './lab-page';
import { type LabServer, startLab } from './lab-server';
import { Lesson } from './lesson';

const lesson = '06-handwritten-digits.ipynb';
const training = 'const run = train(';
const verdict = 'const after = evaluate(';

/** What a reader may ask after a stop: how far it got. */
const historyPlot = [
  '// after the stop',
  "console.log('steps kept: ' + history.length);",
  'await show.chart({',
  '  data: { values: history.map(({ step, loss }) => ({ step, loss })) },',
  "  mark: { type: 'line', tooltip: true },",
  '  encoding: {',
  "    x: { field: 'step', type: 'quantitative', title: 'step (updates)' },",
  "    y: { field: 'loss', type: 'quantitative', title: 'loss (nats)' },",
  '  },',
  "}, { description: 'The loss until the stop' });",
].join('\n');

let server: LabServer;
let opened: Lesson;
let lab: LabPage;

beforeAll(async () => {
  server = await startLab();
  opened = await Lesson.open(server, lesson);
  lab = opened.lab;
});

afterAll(async () => {
  await opened?.close();
  await server?.stop();
  console.log(`What the browser showed: ${opened?.folder}`);
});

const picture = (name: string, source = training) => lab.picture(source, opened.picture(name));
/** The live chart of the training cell, a picture until the final chart replaces it. */
const frame = () => lab.pictureOf(training);
const accuracy = async () => Number(/test accuracy (0\.\d+)/.exec(await lab.text(verdict))?.[1]);

test('the lesson runs from top to bottom, and its loss moves while it trains', async () => {
  await lab.choose('Run', 'Run All Cells');
  await lab.until(async () => (await frame()) !== '', 60);
  const frames = new Set<string>();
  await lab.until(async () => frames.add(await frame()).size >= 5, 30);
  await picture('training');
  await lab.idle(240);
  expect((await lab.prompts()).every((prompt) => /\[\d+\]/.test(prompt))).toBe(true);
  expect(await accuracy()).toBeGreaterThanOrEqual(0.97);
});

test('the chart that replaces it answers to the mouse', async () => {
  expect(await lab.hover(training)).toMatch(/step:.*(loss|accuracy)/);
  await picture('hover');
});

test('a changed hyperparameter gives another result, and a missed claim says so', async () => {
  const before = await accuracy();
  await lab.replaceLine('const hidden =', 'const hidden = 4;');
  await lab.choose('Run', 'Run Selected Cell and All Below');
  await lab.idle(240);
  expect(await accuracy()).toBeLessThan(before - 0.05);
  expect(await lab.text(verdict)).toContain('ClaimMissed');
  await picture('claim-missed', verdict);
});

test('the stop button ends training at once, the next cell plots the history so far, and the next run is whole', async () => {
  await lab.replaceLine('const hidden =', 'const hidden = 128;');
  await lab.choose('Run', 'Run Selected Cell and All Below');
  const frames = new Set<string>();
  await lab.until(async () => frames.add(await frame()).size >= 5, 60);
  await lab.stop();
  expect(await lab.idle(30)).toBeLessThan(5);
  expect(await lab.text(training)).toContain('KeyboardInterrupt');
  await picture('stopped');
  await lab.insertBelow(training, historyPlot);
  await lab.idle(30);
  expect(await lab.text('after the stop')).toMatch(/steps kept: [1-9]\d\d/);
  await picture('history-after-stop', 'after the stop');
  await lab.until(async () => (await lab.charts('after the stop')) === 1, 20);
  await lab.choose('Run', 'Run All Cells');
  await lab.idle(240);
  expect(await accuracy()).toBeGreaterThanOrEqual(0.97);
});
