import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LabPage } from './lab-page';
import { type LabServer, startLab } from './lab-server';

const clone = path.resolve(__dirname, '../..');
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

let pictures: string;
let server: LabServer;
let lab: LabPage;

// JupyterLab saves what it shows, so it is given a copy of the lesson; it opens nothing in a hidden folder.
beforeAll(async () => {
  mkdirSync(path.join(clone, 'dist'), { recursive: true });
  pictures = mkdtempSync(path.join(clone, 'dist', 'browser-'));
  cpSync(path.join(clone, 'notebooks', lesson), path.join(pictures, lesson));
  server = await startLab();
  const notebook = path.relative(clone, path.join(pictures, lesson)).split(path.sep).join('/');
  lab = await LabPage.open(server, notebook, path.join(pictures, 'profile'));
});

afterAll(async () => {
  await lab?.close();
  await server?.stop();
  if (pictures) rmSync(path.join(pictures, 'profile'), { recursive: true, force: true });
  console.log(`What the browser showed: ${path.relative(clone, pictures)}`);
});

const picture = (name: string, source = training) => lab.picture(source, path.join(pictures, `${name}.png`));
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
