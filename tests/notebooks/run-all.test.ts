import { type CellSketch, Course, error, loss, raise } from './fixtures/course';

// A slower backend stretches the time limits; these tests name the plain ones.
beforeAll(() => {
  delete process.env.LINEAGE_BACKEND;
});

jest.setTimeout(60_000);

let course: Course;
beforeEach(() => {
  course = new Course();
});
afterEach(() => course.remove());

const run = (...cells: Parameters<Course['runCells']>) => course.runCells(...cells);

test('check passes a notebook that shows what it stores', async () => {
  const { printed } = await run('check', [
    { source: '# A title', type: 'markdown' },
    { source: 'stdout loss 0.501', outputs: [loss(0.5)] },
    { source: '' },
  ]);
  expect(printed).toMatch(/^passed {2}notebooks\/01-a\.ipynb {2}\d+\.\d s\n/);
  expect(printed).toMatch(/\n1 passed, 0 failed\n$/);
});

test('check fails on a wrong stored number, with cell and both values, and goes on with the next notebook', async () => {
  course.add('02-b', [{ source: 'stdout loss 0.5', outputs: [loss(0.5)] }]);
  const { printed } = await run('check', [
    { source: 'stdout loss 0.5', outputs: [loss(0.7)], id: 'train' },
    { source: 'die 1' },
  ]);
  expect(printed).toContain(`FAILED  notebooks/01-a.ipynb`);
  expect(printed).toContain(`  cell 1 ('train'): stdout loss 0.5
    number off tolerance: output 1 (stdout), number 1 after "loss": stored 0.7, got 0.5 (0.2 apart = 28.6 %, tolerance 1 %)`);
  expect(printed).toContain('passed  notebooks/02-b.ipynb');
  expect(printed).toMatch(/\n1 passed, 1 failed\n$/);
});

test('check fails on an exception and shows its trace', async () => {
  const { printed } = await run('check', [{ source: raise(error) }]);
  expect(printed).toContain('    RangeError: token 70\n      RangeError: token 70\n        at cell [1]:1');
});

test('check fails on a missed claim', async () => {
  const evalue = 'claim missed: test accuracy 0.93, expected at least 0.97';
  const { printed } = await run('check', [
    { source: raise({ ename: 'ClaimMissed', evalue, traceback: [] }) },
  ]);
  expect(printed).toContain(`    ${evalue}\n`);
});

test.each<[string, CellSketch, string]>([
  ['a cell that was never run', { source: 'stdout 1' }, 'got stdout (never run; store its outputs with'],
  ['a warning', { source: 'stderr deprecated' }, 'it wrote to stderr\n      deprecated'],
  [
    'an error without an error message',
    { source: 'fail' },
    'the kernel replied with an error and showed none',
  ],
  [
    'a kernel that ends',
    { source: 'die 3' },
    'the kernel died: exit code 3, its last lines:\n      fake kernel: out of memory',
  ],
  [
    'a kernel that is killed',
    { source: 'signal SIGKILL' },
    'the kernel died: killed by SIGKILL, it wrote nothing',
  ],
  ['garbage', { source: 'garbage' }, 'the kernel sent what is no message: wire: expected the delimiter'],
  [
    'a cell over its time',
    { source: 'hang', lineage: { seconds: 0.3 } },
    'over its time limit of 0.3 s (interrupted)',
  ],
  [
    'a cell that no interrupt stops',
    { source: 'deaf\nhang', lineage: { seconds: 0.3 } },
    'over its time limit of 0.3 s (did not answer the interrupt, killed)',
  ],
  [
    'an exception that stays away',
    { source: 'stdout 1', tags: ['raises-exception'] },
    `expected an exception`,
  ],
  [
    'a wrong tolerance',
    { source: 'stdout 1', lineage: { tolerance: -1 } },
    'lineage.tolerance: expected a positive number',
  ],
])('check fails on %s', async (_, cell, message) => {
  const { printed } = await run('check', [cell]);
  expect(printed).toContain(message);
  expect(printed).toMatch(/\n0 passed, 1 failed\n$/);
});

test('check fails on a kernel that cannot be started', async () => {
  const { printed } = await run('check', [{ source: '1' }], { kernel: ['/nowhere/node'] });
  expect(printed).toContain('the kernel died: it could not be started: spawn /nowhere/node ENOENT');
});

test('check fails on a malformed notebook by its name', async () => {
  const { printed } = await run('check', [
    { source: '1', id: 'a' },
    { source: '2', id: 'a' },
  ]);
  expect(printed).toContain(
    "01-a.ipynb: not a usable notebook: cell 2: the id 'a' is already that of cell 1",
  );
});

test('check fails on a notebook and a picture too large for git', async () => {
  const data = { 'image/png': 'A'.repeat(900_000) };
  const { printed } = await run('check', [
    { source: '', outputs: [{ output_type: 'display_data', data, metadata: {} }] },
  ]);
  expect(printed).toContain('the notebook is 901 kB, above 800 kB');
  expect(printed).toContain("cell 1 ('cell-1'): a PNG of 675 kB, above 60 kB");
});

test("check obeys nbval's tags", async () => {
  const { failures } = await run('check', [
    { source: 'die 1', tags: ['nbval-skip'] },
    { source: 'die 1', tags: ['skip-execution'] },
    { source: 'stdout 1', tags: ['nbval-ignore-output'] },
    {
      source: raise(error),
      tags: ['raises-exception'],
      outputs: [{ output_type: 'error', ...error, traceback: [] }],
    },
  ]);
  expect(failures).toEqual([]);
});

test('check does not compare under other conditions, and says so', async () => {
  const banner = (tier: string) => ({
    data: { 'text/plain': tier },
    metadata: { lineage: { kind: 'banner', tier } },
  });
  const { printed, failures } = await run('check', [
    {
      source: `display_data ${JSON.stringify(banner('wasm'))}`,
      outputs: [{ output_type: 'display_data', ...banner('native') }],
    },
    { source: 'stdout loss 0.5', outputs: [loss(0.7)] },
  ]);
  expect(failures).toEqual([]);
  expect(printed).toContain('outputs not compared (tier: stored with native, run with wasm)');
});

test('two notebooks run side by side and are reported in their order', async () => {
  course.add('02-b', [{ source: 'fail' }]);
  const { printed } = await run('check', [{ source: 'stdout loss 0.5', outputs: [loss(0.5)] }], { jobs: 2 });
  expect(printed).toMatch(
    /01-a\.ipynb +\d+\.\d s {2}passed\nnotebooks\/02-b\.ipynb +\d+\.\d s {2}FAILED\n\n1 passed, 1 failed\n$/,
  );
});
