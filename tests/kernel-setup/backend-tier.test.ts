import { load } from './load';

interface Facts {
  forced?: string;
  installed: boolean;
  failure?: { tools: Record<string, boolean> };
  tools: Record<string, boolean>;
  retry?: boolean;
}

const { decide } = load<{ decide: (facts: Facts) => string }>('native/decide.mjs');
const { forced } = load<{ forced: (env: object) => string | undefined }>('native/forced.mjs');
const { lacking } = load<{ lacking: (tools: object) => string | undefined }>('native/wheel.mjs');

const none = { python: false, compiler: false };
const both = { python: true, compiler: true };

test.each<[string, Facts]>([
  ['skip', { forced: 'wasm', installed: false, tools: {} }],
  ['skip', { forced: 'cpu', installed: true, tools: {}, retry: true }],
  ['ready', { installed: true, tools: {} }],
  ['ready', { forced: 'native', installed: true, failure: { tools: none }, tools: both }],
  ['install', { installed: false, tools: {} }],
  ['install', { forced: 'native', installed: false, failure: { tools: both }, tools: both }],
  ['remembered', { installed: false, failure: { tools: none }, tools: none }],
  ['remembered', { installed: false, failure: { tools: both }, tools: none }],
  ['install', { installed: false, failure: { tools: none }, tools: { python: true, compiler: false } }],
  ['install', { installed: false, failure: { tools: both }, tools: both, retry: true }],
])('%s for %j', (action, facts) => {
  expect(decide(facts)).toBe(action);
});

test('LINEAGE_BACKEND takes the three tiers or nothing', () => {
  for (const tier of ['native', 'wasm', 'cpu']) expect(forced({ LINEAGE_BACKEND: tier })).toBe(tier);
  expect(forced({})).toBeUndefined();
  expect(forced({ LINEAGE_BACKEND: '' })).toBeUndefined();
  expect(() => forced({ LINEAGE_BACKEND: 'gpu' })).toThrow(
    'LINEAGE_BACKEND: expected native, wasm or cpu, got "gpu"',
  );
});

test('a missing tool is named with the package that brings it', () => {
  expect(lacking(both)).toBeUndefined();
  expect(lacking({ python: true, compiler: false })).toBe(
    'g++ not found (Debian, Ubuntu: sudo apt install g++)',
  );
  expect(lacking(none)).toBe(
    'Python 3.9 or newer and g++ not found (Debian, Ubuntu: sudo apt install python3 python3-venv g++)',
  );
});
