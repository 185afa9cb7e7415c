import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { built } from '../../kernel/built';

/** What a script prints in a Node of its own, where nothing has awaited ready(). */
function script(lines: string, backend = '') {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', `const tf = require('@tensorflow/tfjs'); const { ready } = require('./dist/lib'); ${lines}`],
    {
      cwd: path.join(__dirname, '../../..'),
      env: { ...process.env, LINEAGE_BACKEND: backend, TF_CPP_MIN_LOG_LEVEL: '3' },
      encoding: 'utf8',
    },
  );
  return { stdout, stderr };
}

beforeAll(() => built());

test.each(['tf.zeros([2])', 'tf.fill([2], 1)', 'tf.range(0, 3)'])(
  '%s before ready is refused instead of falling back to the slowest backend',
  (making) => {
    const { stdout, stderr } = script(`try { ${making} } catch (cause) { console.log(cause.message) }`);
    expect(stdout).toBe('no backend is ready yet. Put `await ready()` above this line.\n');
    expect(stderr).toBe('');
  },
);

test('after a ready that failed, too', () => {
  const making =
    'ready().catch(() => { try { tf.zeros([2]) } catch (cause) { console.log(cause.message) } })';
  expect(script(making, 'gpu').stdout).toContain('no backend is ready yet');
});

test.each(['wasm', 'cpu'])('after ready, %s computes without a greeting', (backend) => {
  const { stdout, stderr } = script(
    'ready().then(() => console.log(tf.ones([2]).sum().dataSync()[0]))',
    backend,
  );
  expect({ stdout, stderr }).toEqual({ stdout: '2\n', stderr: '' });
});
