import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the gateway answers while the portal is developed; `npm start` serves the built portal itself. */
const gateway = process.env.PLATEN_GATEWAY ?? 'http://127.0.0.1:4000';

/** Libraries that change rarely stay in chunks of their own, so that a release does not fetch them again. */
const vendors = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  {
    name: 'graph',
    test: /node_modules\/(@apollo|graphql|rxjs|@wry|optimism|@graphql-typed-document-node)\//,
  },
];

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@platen/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // every asset a hashed file of our own origin: the policy allows no data: in scripts, styles or fonts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: vendors } } },
  },
  server: { proxy: { '/graphql': gateway } },
});
