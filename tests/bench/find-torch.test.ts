import { findTorch } from '../../bench/find-torch';

test('findTorch() refuses a named Python that isn’t there or has no torch, instead of looking elsewhere', () => {
  expect(() => findTorch('no-such-python')).toThrow(
    'no-such-python: expected a Python that has torch and numpy',
  );
  expect(() => findTorch(process.execPath)).toThrow('expected a Python that has torch and numpy, but');
});
