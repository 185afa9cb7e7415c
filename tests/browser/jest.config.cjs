const course = require('../../jest.config.cjs');

/** The checks that need JupyterLab and Chromium; `npm run browser` runs them. */
module.exports = {
  ...course,
  rootDir: '../..',
  roots: ['<rootDir>/tests/browser'],
  testPathIgnorePatterns: [],
  setupFilesAfterEnv: [],
  testTimeout: 300_000,
};
