import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Course } from './fixtures/course';

jest.setTimeout(180_000);

const clone = path.join(__dirname, '..', '..');
const kernel = [process.execPath, path.join(clone, 'dist', 'kernel', 'main.js'), '{connection_file}'];
const course = new Course();
beforeAll(() => execFileSync(process.execPath, [path.join(clone, 'kernel-setup', 'build.mjs')]));
afterAll(() => course.remove());

const cells = [
  {
    source: "const size = 'quick' as 'smoke' | 'quick' | 'full';\nconst steps = 40;",
    id: 'parameters',
    tags: ['parameters'],
  },
  {
    source: "import { claims, show } from 'lineage/display';\nconst claim = claims({ size: size });",
    id: 'setup',
  },
  { source: "show.table([{ name: 'steps', value: steps }, { name: 'loss', value: 2.302585 }])", id: 'table' },
  { source: "console.log('half', steps / 2);\nsteps * 2", id: 'result' },
  { source: "claim('steps', steps, { atLeast: 40 })", id: 'claim' },
];

/** Changes the stored notebook's text and checks it; what was printed. */
async function checkWith(from: string, to: string): Promise<string> {
  const { text } = course.read('01-course');
  expect(text).toContain(from);
  course.addText('02-changed', text.replace(from, to));
  course.printed = '';
  await course.run({ command: 'check', kernel, selectors: ['2'] });
  return course.printed;
}

test('a notebook runs in the real kernel: written, then checked, then each of three faults is found', async () => {
  course.add('01-course', cells);
  await course.run({ command: 'write', kernel, selectors: ['1'] });
  expect(course.printed).toMatch(/\n1 passed, 0 failed\n$/);
  const stored = course.read('01-course').cells;
  expect(stored[3].outputs).toMatchObject([
    { output_type: 'stream', text: ['half 20\n'] },
    { output_type: 'execute_result', data: { 'text/plain': ['80'] } },
  ]);

  expect(await checkWith('steps * 2', 'steps * 2')).toMatch(/\n1 passed, 0 failed\n$/);

  const wrong = await checkWith('half 20', 'half 21');
  expect(wrong).toContain("cell 4 ('result'): console.log(");
  expect(wrong).toContain(
    'number off tolerance: output 1 (stdout), number 1 after "half": stored 21, got 20 (1 apart',
  );
  expect(wrong).toMatch(/\n0 passed, 1 failed\n$/);

  const thrown = await checkWith('"steps * 2"', '"throw new RangeError(\'token 70\')"');
  expect(thrown).toContain('RangeError: token 70');
  expect(thrown).toMatch(/\n0 passed, 1 failed\n$/);

  const missed = await checkWith('atLeast: 40', 'atLeast: 41');
  expect(missed).toMatch(/cell 5 \('claim'\): claim\(.*\n {4}claim missed: .*40.*41/);
  expect(missed).toMatch(/\n0 passed, 1 failed\n$/);
});

test('other parameters reach the real kernel, and outputs are then not compared', async () => {
  course.printed = '';
  const options = { selectors: ['1'], kernel, parameters: { steps: '100' }, size: 'smoke' } as const;
  await course.run({ command: 'run', ...options });
  expect(course.printed).toContain('half 50\n200');
  await course.run({ command: 'check', ...options });
  expect(course.printed).toContain('outputs not compared (steps=100 size=smoke)');
  expect(course.printed).toMatch(/\n1 passed, 0 failed\n$/);
});

test('a loop without end in the real kernel is interrupted at its time limit', async () => {
  course.add('03-endless', [{ source: 'while (true) {}', lineage: { seconds: 1 } }]);
  course.printed = '';
  await course.run({ command: 'check', kernel, selectors: ['3'] });
  expect(course.printed).toContain('over its time limit of 1 s (interrupted)');
});
