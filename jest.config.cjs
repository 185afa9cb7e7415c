/** Tests of the library, the kernel and the set-up; the notebooks have their own runner in tests/notebooks. */
module.exports = {
  testEnvironment: '<rootDir>/tests/environment.cjs',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/setup.ts'],
  testPathIgnorePatterns: ['<rootDir>/tests/browser/'],
  transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
  moduleNameMapper: { '^lineage$': '<rootDir>/lib/index.ts', '^lineage/(.*)$': '<rootDir>/lib/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.venv/', '<rootDir>/.native/'],
  testTimeout: 60_000,
};
