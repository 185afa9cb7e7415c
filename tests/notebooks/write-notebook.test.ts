import { Course, error, loss, raise } from './fixtures/course';

jest.setTimeout(60_000);

let course: Course;
beforeEach(() => {
  course = new Course();
});
afterEach(() => course.remove());

const result = (value: string) =>
  `execute_result ${JSON.stringify({ data: { 'text/plain': value }, metadata: {} })}`;

const run = (...cells: Parameters<Course['runCells']>) => course.runCells(...cells);

test('write stores outputs, numbers the cells, strips machine paths and is stable', async () => {
  const cells = [
    { source: 'where\nstdout loss 0.5', id: 'first' },
    { source: '# text', type: 'markdown' as const },
    { source: result('7'), id: 'second' },
    { source: '', id: 'empty' },
    { source: 'stdout no', id: 'skipped', tags: ['nbval-skip'], outputs: [loss(1)] },
  ];
  const { printed } = await run('write', cells);
  expect(printed).toContain('\n  written\n');
  const { text, cells: written } = course.read('01-a');
  expect(written.map(({ execution_count }) => execution_count)).toEqual([1, undefined, 2, null, null]);
  expect(written[0].outputs).toEqual([
    { name: 'stdout', output_type: 'stream', text: ['./notebooks\n', 'loss 0.5\n'] },
  ]);
  expect(written[2].outputs).toMatchObject([{ execution_count: 2, data: { 'text/plain': ['7'] } }]);
  expect(written[4].outputs).toMatchObject([{ text: ['loss 1\n'] }]);
  await course.run({ command: 'write', kernel: course.fakeKernel() });
  expect(course.read('01-a').text).toBe(text);
  expect(course.printed).toContain('\n  unchanged\n');
  const [outcome] = await course.run({ command: 'check', kernel: course.fakeKernel() });
  expect(outcome.failures).toEqual([]);
});

test('write stores the language that the kernel states, with sorted keys, and keeps the other metadata', async () => {
  const kernelspec = { display_name: 'Commands', language: 'commands', name: 'commands' };
  const language = { name: 'commands', mimetype: 'text/old' };
  const content = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec, language_info: language },
    cells: [],
  };
  course.addText('01-a', JSON.stringify(content));
  await course.run({ command: 'write', kernel: course.fakeKernel() });
  expect(course.read('01-a').text).toBe(`{
 "cells": [],
 "metadata": {
  "kernelspec": {
   "display_name": "Commands",
   "language": "commands",
   "name": "commands"
  },
  "language_info": {
   "codemirror_mode": {
    "name": "text"
   },
   "file_extension": ".txt",
   "name": "commands",
   "version": "1"
  }
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
`);
});

test('write keeps what is stored when the run fails', async () => {
  const { printed } = await run('write', [{ source: 'stdout 1' }, { source: raise(error) }]);
  expect(printed).toContain('not written, the file stays as it was');
  expect(course.read('01-a').cells[0].outputs).toEqual([]);
});

test('run prints what the cells show and compares nothing', async () => {
  const { printed, failures } = await run('run', [
    { source: 'stdout loss 0.5', outputs: [loss(9)] },
    { source: result('7') },
  ]);
  expect(failures).toEqual([]);
  expect(printed).toContain('[cell 1] stdout loss 0.5\nloss 0.5\n');
  expect(printed).toContain('[cell 2] execute_result');
});
