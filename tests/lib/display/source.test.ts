import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Linear, source } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const text = () => (shown.at(-1)?.bundle['text/plain'] as string).split('\n');
const file = readFileSync(path.join(__dirname, '../../../lib/nn/linear.ts'), 'utf8').split('\n');

test('a class is shown with its file, documentation and real line numbers', () => {
  source(Linear);
  const [name, ...lines] = text();
  expect(name).toBe('lib/nn/linear.ts');
  for (const line of lines) {
    const [, number, code] = /^ {2} ?(\d+) ?(.*)$/.exec(line) ?? [];
    expect(code.trim()).toBe(file[Number(number) - 1].trim());
  }
  expect(lines[0]).toContain('/**');
  expect(lines.some((line) => line.includes('export class Linear'))).toBe(true);
  expect(lines.at(-1)?.endsWith('}')).toBe(true);
  expect(shown[0].metadata).toEqual({ lineage: { kind: 'source' } });
});

test('a method is shown alone, with marked lines, without documentation where not wanted', () => {
  source(Linear, 'forward', { highlight: ['matMul'], docs: false });
  const [, first, ...rest] = text();
  expect(first).toMatch(/forward/);
  expect(
    [first, ...rest].filter((line) => line.startsWith('>')).every((line) => line.includes('matMul')),
  ).toBe(true);
  expect(rest.some((line) => line.startsWith('>'))).toBe(true);
  expect(rest.join('\n')).not.toContain('constructor');
  expect(shown[0].bundle['text/html']).toContain('background-color: #fff3b0');
});

test('a function that an exported object holds is shown alone', () => {
  source('lstmCell', 'step', { highlight: ['f.mul'] });
  const [name, first, ...rest] = text();
  expect(name).toBe('lib/nn/recurrent/lstm-cell.ts');
  expect(first).toContain('step([ai, af, ag, ao], [, c]) {');
  expect(rest.join('\n')).not.toContain('back(');
  expect(() => source('lstmCell', 'stop')).toThrow('lstmCell has no member "stop". Closest: step');
});

test('types are found by name, a constructor as a member', () => {
  source('Provenance');
  expect(text()[0]).toBe('lib/data/dataset.ts');
  source(Linear, 'constructor');
  expect(text().join('\n')).toContain('constructor(');
});

test('an unknown name, member or text to mark is refused, with the nearest names', () => {
  expect(() => source('Linaer')).toThrow(/nothing in lib\/ exports "Linaer". Closest: .*Linear/);
  expect(() => source(Linear, 'foward')).toThrow(/Linear has no member "foward". Closest: forward,/);
  expect(() => source(Linear, 'forward', { highlight: ['softmax'] })).toThrow(
    'source: expected a line with "softmax" in Linear.forward, got none',
  );
  expect(shown).toHaveLength(0);
});

test('the HTML has the code’s own letters, escaped', () => {
  source(Linear, 'forward');
  const html = shown[0].bundle['text/html'] as string;
  expect(html.replace(/<[^>]+>/g, '')).toContain('forward&lt;T extends tf.Tensor&gt;(x: T): T {');
});
