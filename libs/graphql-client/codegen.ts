import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Turns the portal's `.graphql` files and the public schema into typed documents and the manifest of
 * trusted documents (`persisted-documents.json`, sha256 -> text). Run by `npm run generate`; the output is
 * committed and CI compares it with a fresh run.
 */
const config: CodegenConfig = {
  schema: '../../apps/gateway/api.graphql',
  documents: ['../../apps/portal/src/**/*.graphql', '../../apps/collector/src/**/*.graphql'],
  generates: {
    './src/generated/possible-types.ts': { plugins: ['./possible-types.cjs'] },
    './src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: {
          mode: 'embedHashInDocument',
          hashPropertyName: 'hash',
          hashAlgorithm: 'sha256',
        },
      },
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        avoidOptionals: { field: true },
        scalars: { ID: 'string', DateTime: 'string', Date: 'string', Count: 'number' },
      },
    },
  },
};

export default config;
