/** End-to-end tests: the built product, started as a person would. Slow; one file after the other. */
const { projects } = require('./jest.config');
const unit = projects.find((project) => project.displayName === 'unit');

module.exports = {
  projects: [
    {
      ...unit,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/*/e2e/**/*.e2e.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
  ],
  maxWorkers: 1,
  testTimeout: 240000,
};
