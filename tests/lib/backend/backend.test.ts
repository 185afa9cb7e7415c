import * as tf from '@tensorflow/tfjs';
import { ready, type Tier } from 'lineage';

test('ready names the tier that runs, its version, its threads and why', async () => {
  const backend = await ready();
  const names: Record<Tier, string> = { native: 'tensorflow', wasm: 'wasm', cpu: 'cpu' };
  expect(tf.getBackend()).toBe(names[backend.tier]);
  expect(backend.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(backend.threads).toBeGreaterThanOrEqual(1);
  expect(backend.why).not.toBe('');
  if (process.env.LINEAGE_BACKEND) expect(backend.tier).toBe(process.env.LINEAGE_BACKEND);
});

test('ready is chosen once', () => {
  expect(ready()).toBe(ready());
});

describe('in a process that has not awaited ready()', () => {
  const forced = process.env.LINEAGE_BACKEND;
  // The library is loaded anew, tfjs stays the same.
  beforeEach(() => jest.doMock('@tensorflow/tfjs', () => tf));
  afterEach(() => {
    jest.dontMock('@tensorflow/tfjs');
    if (forced === undefined) delete process.env.LINEAGE_BACKEND;
    else process.env.LINEAGE_BACKEND = forced;
  });

  test('LINEAGE_BACKEND with an unknown tier is refused with the known ones', async () => {
    process.env.LINEAGE_BACKEND = 'gpu';
    await jest.isolateModulesAsync(async () => {
      const { ready } = await import('lineage/backend');
      await expect(ready()).rejects.toThrow('LINEAGE_BACKEND: expected native, wasm or cpu, got "gpu"');
    });
  });

  test('before ready, a layer says what to do instead of falling back to the slowest backend', async () => {
    await jest.isolateModulesAsync(async () => {
      const { Linear, Rng } = await import('lineage');
      expect(() => new Linear(2, 2, new Rng(0))).toThrow(
        'normal: no backend is ready yet. Put `await ready()` above this line.',
      );
    });
  });
});
