import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type CellSketch, Course } from './fixtures/course';
import type { Options } from './options';

// A slower backend stretches the time limits; these tests name the plain ones.
beforeAll(() => {
  delete process.env.LINEAGE_BACKEND;
});

jest.setTimeout(300_000);

const clone = path.join(__dirname, '..', '..');
const kernel = [process.execPath, path.join(clone, 'dist', 'kernel', 'main.js'), '{connection_file}'];
const course = new Course();
beforeAll(() => execFileSync(process.execPath, [path.join(clone, 'kernel-setup', 'build.mjs')]));
afterAll(() => course.remove());

/** What a notebook of the course has, without the library, whose import takes seconds. */
const cells: readonly CellSketch[] = [
  { source: "const size = 'quick' as 'smoke' | 'quick' | 'full';\nconst steps = 40;", tags: ['parameters'] },
  { source: "console.log('half', steps / 2);\nsteps * 2", id: 'result' },
];

/** Runs the runner on one notebook of the course; what it printed. */
async function run(
  command: Options['command'],
  name: string,
  options: Partial<Options> = {},
): Promise<string> {
  course.printed = '';
  await course.run({ command, kernel, selectors: [course.path('notebooks', `${name}.ipynb`)], ...options });
  return course.printed;
}

test('what write stores passes check, and a wrong stored number fails it', async () => {
  course.add('01-course', cells);
  expect(await run('write', '01-course')).toMatch(/\n1 passed, 0 failed\n$/);
  const { text, cells: written } = course.read('01-course');
  // As JupyterLab stores it, so that saving there changes nothing.
  expect(JSON.parse(text).metadata.language_info).toEqual({
    codemirror_mode: { name: 'javascript', typescript: true },
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript',
    nbconvert_exporter: 'script',
    pygments_lexer: 'typescript',
    version: expect.stringMatching(/^5\.\d+\.\d+$/),
  });
  expect(written[1].outputs).toMatchObject([
    { output_type: 'stream', text: ['half 20\n'] },
    { output_type: 'execute_result', data: { 'text/plain': ['80'] } },
  ]);
  expect(await run('check', '01-course')).toMatch(/\n1 passed, 0 failed\n$/);

  course.addText('02-wrong', text.replace('half 20', 'half 21'));
  const wrong = await run('check', '02-wrong');
  expect(wrong).toContain("cell 2 ('result'): console.log(");
  expect(wrong).toContain(
    'number off tolerance: output 1 (stdout), number 1 after "half": stored 21, got 20 (1 apart',
  );
  expect(wrong).toMatch(/\n0 passed, 1 failed\n$/);
});

test('an exception fails check with its name, its message and its line', async () => {
  course.add('03-exception', [
    { source: "const tokens = [70];\nthrow new RangeError('token ' + tokens[0]);", id: 'a' },
  ]);
  const printed = await run('check', '03-exception');
  expect(printed).toContain("cell 1 ('a'): const tokens = [70];\n    RangeError: token 70\n");
  expect(printed).toMatch(/cell \[?1\]?:2/);
  expect(printed).toMatch(/\n0 passed, 1 failed\n$/);
});

test('a missed claim fails check with the figure and its bound', async () => {
  course.add('04-claim', [
    { source: "import { claims } from 'lineage/display';\nconst claim = claims({ size: 'quick' });" },
    { source: "claim('accuracy', 0.93, { atLeast: 0.97 });", id: 'claim' },
  ]);
  const printed = await run('check', '04-claim');
  expect(printed).toMatch(/cell 2 \('claim'\): claim\(.*\n {4}claim missed: .*0\.93.*0\.97/);
  expect(printed).toMatch(/\n0 passed, 1 failed\n$/);
});

test('other parameters reach the kernel, and outputs are then not compared', async () => {
  course.add('05-parameters', cells);
  const printed = await run('run', '05-parameters', { parameters: { steps: '100' } });
  expect(printed).toContain('half 50\n200');
  const checked = await run('check', '05-parameters', { parameters: { steps: '100' }, size: 'smoke' });
  expect(checked).toContain('outputs not compared (steps=100 size=smoke)');
  expect(checked).toMatch(/\n1 passed, 0 failed\n$/);
});

test('a loop without end is interrupted at its time limit', async () => {
  course.add('06-endless', [{ source: 'while (true) {}', lineage: { seconds: 1 } }]);
  expect(await run('check', '06-endless')).toContain('over its time limit of 1 s (interrupted)');
});

test('a notebook that shows something else when it runs again fails with --times 2', async () => {
  const again = [
    { source: 'let steps = 40;\nsteps' },
    { source: '(globalThis as { runs?: number }).runs = ((globalThis as { runs?: number }).runs ?? 0) + 1' },
  ];
  course.add('07-again', again.slice(0, 1));
  course.add('08-counts', again);
  expect(await run('write', '07-again')).toContain('1 passed, 0 failed');
  expect(await run('write', '08-counts')).toContain('1 passed, 0 failed');
  expect(await run('check', '07-again', { times: 3 })).toMatch(/\n1 passed, 0 failed\n$/);
  const counted = await run('check', '08-counts', { times: 2 });
  expect(counted).toContain(
    'number off tolerance: output 1 (execute_result), text/plain, number 1: at first 1, got 2 (1 apart',
  );
  expect(counted).toMatch(/\n0 passed, 1 failed\n$/);
});
