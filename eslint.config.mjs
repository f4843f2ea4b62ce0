/** The rules of the house that a machine can judge. Formatting is Biome's; everything here is an error or absent. */
import nx from '@nx/eslint-plugin';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/test/**', '**/e2e/**', '**/testing/**'];
const TOOLING = ['**/*.mjs', '**/*.cjs', '**/*.js', '**/*.config.ts', '**/codegen.ts', '**/*.d.ts'];

/** Who may import whom. `type:testing` stands in every list: `testing` below keeps it out of the product. */
const mayImport = {
  'type:launcher': [
    'type:service',
    'type:gateway',
    'type:worker',
    'type:agent',
    'type:platform',
    'type:contracts',
    'type:pure',
  ],
  'type:worker': [
    'type:service',
    'type:contracts',
    'type:platform',
    'type:pure',
    'type:documents',
    'type:mail',
  ],
  'type:service': ['type:contracts', 'type:platform', 'type:pure', 'type:documents', 'type:mail'],
  'type:gateway': ['type:platform', 'type:pure'],
  'type:agent': ['type:contracts', 'type:pure'],
  'type:web': ['type:ui', 'type:graphql-client', 'type:pure'],
  'type:platform': ['type:contracts', 'type:pure'],
  'type:documents': ['type:contracts', 'type:pure'],
  'type:mail': ['type:contracts', 'type:pure'],
  'type:contracts': ['type:pure'],
  'type:ui': ['type:pure'],
  'type:pure': ['type:pure'],
  'type:graphql-client': [],
  'type:testing': ['type:contracts', 'type:platform', 'type:pure'],
};

/** What would give a library of rules or shapes a framework, a database or a screen. */
const notInPureCode = [
  'typeorm',
  'pg',
  'bullmq',
  'type-graphql',
  'graphql',
  '@apollo/*',
  '@graphql-*',
  'react',
  'react-*',
  '@mantine/*',
  'express',
];
const banned = { 'type:pure': notInPureCode, 'type:contracts': notInPureCode };

const boundaries = [
  ...Object.entries(mayImport).map(([sourceTag, tags]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [...tags, 'type:testing'],
    ...(banned[sourceTag] && { bannedExternalImports: banned[sourceTag] }),
  })),
  { sourceTag: 'runtime:browser', onlyDependOnLibsWithTags: ['runtime:browser', 'runtime:any'] },
];

const ends = { group: ['@platen/platen', '@platen/portal'], message: 'Nothing imports these.' };
const testing = {
  group: ['@platen/testing', '@platen/testing/*'],
  message: 'Only tests, benches and the demo in apps/platen may.',
};

const SAVE = 'callee.property.name=/^(save|remove|softRemove)$/';
const insideATransaction =
  'It opens a transaction of its own inside the unit of work: use insert, update or delete.';
const noSaveOrRemove = [
  `CallExpression[${SAVE}][callee.object.property.name=/manager|repositor/i]`,
  `CallExpression[${SAVE}][callee.object.name=/manager|repositor/i]`,
  `CallExpression[${SAVE}][callee.object.callee.property.name="getRepository"]`,
].map((selector) => ({ selector, message: insideATransaction }));

/** TanStack Router's redirects are thrown, and are no errors. */
const thrownByTheRouter = {
  from: 'package',
  package: '@tanstack/router-core',
  name: ['Redirect', 'NotFoundError'],
};

export default [
  { ignores: ['**/dist/**', '**/generated/**', '**/.platen/**', '**/coverage/**', '**/node_modules/**'] },
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx'],
          conditionNames: ['@platen/source', 'import', 'default'],
        }),
      ],
    },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints: boundaries,
          // A library's tests use the test kit, which uses the library: a circle for Nx, none at run time.
          ignoredCircularDependencies: [['@platen/testing', '*']],
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-imports': ['error', { patterns: [ends, testing] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': ['error', { allow: [thrownByTheRouter] }],
      // The way libraries let us add to their types.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      // graphql's enums are their texts, and are compared with texts by everyone.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // An async method without await keeps a port's promise when its other adapters do wait.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['apps/*/src/**'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...noSaveOrRemove] },
  },
  {
    files: [...TESTS, 'apps/platen/src/**', 'bench/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [ends] }] },
  },
  {
    // Answers of a server arrive untyped in tests, and a wrong guess there fails the test.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  // Not part of any tsconfig: read without types.
  { ...tseslint.configs.disableTypeChecked, files: TOOLING },
  { files: TOOLING, languageOptions: { parserOptions: { projectService: false } } },
];
