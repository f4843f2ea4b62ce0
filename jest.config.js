/** One Jest for the workspace: pure tests, tests on a real PostgreSQL (`*.db.test.ts`), tests in a DOM (`*.test.tsx`). */
const swc = JSON.parse(require('node:fs').readFileSync(`${__dirname}/.swcrc`, 'utf8'));
const transform = {
  '^.+\\.(m?[jt]sx?)$': ['@swc/jest', { ...swc, swcrc: false, exclude: undefined, sourceMaps: 'inline' }],
};
/** Packages that exist as ES modules only; Jest has to turn them into CommonJS. */
const esmOnly = [
  '@mantine',
  'temporal-polyfill',
  'temporal-utils',
  'p-limit',
  'postal-mime',
  '@tanstack',
  '@scure',
  '@noble',
];
const shared = {
  rootDir: __dirname,
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/(apps|libs)/[^/]+/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/.platen/'],
  setupFiles: ['reflect-metadata'],
};
const node = {
  ...shared,
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['@platen/source', 'node', 'node-addons', 'require', 'default'],
  },
};

module.exports = {
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,bench,scripts}/**/*.test.{ts,mts,js}'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.db\\.test\\.ts$', '\\.e2e\\.test\\.ts$'],
    },
    {
      ...node,
      displayName: 'db',
      testMatch: ['<rootDir>/{apps,libs,bench}/**/*.db.test.ts'],
      globalSetup: '<rootDir>/libs/testing/src/database/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/database/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'web',
      testMatch: ['<rootDir>/{apps,libs}/**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/libs/mail/'],
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@platen/source', 'browser', 'require', 'default'] },
      setupFiles: ['<rootDir>/libs/ui/src/testing/jsdom-setup.ts'],
      moduleNameMapper: { '\\.css$': '<rootDir>/libs/ui/src/testing/empty-style.js' },
    },
    {
      // The built product, started as a person would: slow, one file after the other (--runInBand).
      ...node,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/*/e2e/**/*.e2e.test.ts'],
    },
  ],
  testTimeout: 30000,
};
