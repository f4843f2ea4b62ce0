/** Runs TypeScript sources without a build, compiled by the rules of .swcrc: `node --require ./scripts/source-hook.cjs`. */
process.env.SWCRC = 'true';
require('@swc-node/register');
