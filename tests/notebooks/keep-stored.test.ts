import type { IOutput } from '@jupyterlab/nbformat';
import { keepStored } from './keep-stored';

const display = (kind: string, data: object): IOutput =>
  ({ output_type: 'display_data', data, metadata: { lineage: { kind } } }) as IOutput;
const chart = (loss: number, picture: string, title = 'loss') =>
  display('chart', {
    'application/vnd.vegalite.v5+json': { title, data: { values: [{ loss }] } },
    'image/png': picture,
    'text/plain': 'a chart',
  });
const kept = (stored: IOutput, fresh: IOutput) => keepStored([stored], [fresh], 0.01)[0] === stored;

test('keepStored() keeps a chart with its picture while the numbers agree', () => {
  expect(kept(chart(1, 'old'), chart(1.001, 'new'))).toBe(true);
  expect(kept(chart(1, 'old'), chart(1.1, 'new'))).toBe(false);
});

test('keepStored() takes the new chart when it is drawn in another way', () => {
  expect(kept(chart(1, 'old'), chart(1, 'new', 'loss in nats'))).toBe(false);
});

test('keepStored() takes a new picture that stands alone', () => {
  expect(kept(display('image', { 'image/png': 'old' }), display('image', { 'image/png': 'new' }))).toBe(
    false,
  );
  expect(kept(display('image', { 'image/png': 'same' }), display('image', { 'image/png': 'same' }))).toBe(
    true,
  );
});

test('keepStored() does not mind other times under a training run, but other words and formats', () => {
  const training = (text: string, more = {}) => display('training', { 'text/plain': text, ...more });
  expect(kept(training('done in 12.1 s'), training('done in 80.7 s'))).toBe(true);
  expect(kept(training('done in 12.1 s'), training('stopped after 12.1 s'))).toBe(false);
  expect(kept(training('done'), training('done', { 'text/html': 'done' }))).toBe(false);
});

test('keepStored() takes all new outputs when there are other kinds, or more', () => {
  const fresh = [chart(1, 'new'), display('table', { 'text/plain': '1' })];
  expect(keepStored([chart(1, 'old')], fresh, 0.01)).toEqual(fresh);
});
