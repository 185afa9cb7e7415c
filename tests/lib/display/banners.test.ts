import { show } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();

test('backend and provenance are one line each', () => {
  show.backend({ tier: 'native', version: '2.21.0', threads: 2, why: 'the native library is installed' });
  show.backend({ tier: 'wasm', version: '4.22.0', threads: 1, why: 'no library' });
  show.provenance({ name: 'digits', kind: 'made', from: 'seed 1', licence: 'MIT', source: 'this course' });
  expect(shown.map(({ bundle }) => bundle['text/plain'])).toEqual([
    'Native TensorFlow 2.21.0, 2 threads · the native library is installed',
    expect.stringMatching(/^WebAssembly: .* slower · no library$/),
    expect.stringMatching(/^digits · made data · from seed 1 · this course · licence MIT · .*not checked/),
  ]);
  expect(shown.every(({ metadata }) => metadata.lineage.kind === 'banner')).toBe(true);
});

test('markdown, HTML and drawings have a plain text beside them', () => {
  show.markdown('**x**');
  show.html('<b>x</b>', 'x');
  show.svg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="9" cy="9" r="5"/></svg>',
    'a dot',
  );
  expect(shown.map(({ bundle }) => Object.keys(bundle))).toEqual([
    ['text/markdown', 'text/plain'],
    ['text/html', 'text/plain'],
    ['image/png', 'text/plain'],
  ]);
  expect(shown[2].metadata['image/png']).toEqual({ width: 40, height: 20, alt: 'a dot' });
});
