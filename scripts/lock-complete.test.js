const { lockDefects } = require('./lock-complete.mjs');

const whole = { integrity: 'sha512-x' };

describe('a lock file', () => {
  it('is complete when each optional package has an entry, nested or hoisted', () => {
    const packages = {
      '': { optionalDependencies: { a: '1.0.0' } },
      'node_modules/a': { ...whole, optionalDependencies: { b: '1.0.0', c: '1.0.0' } },
      'node_modules/a/node_modules/b': whole,
      'node_modules/c': whole,
    };
    expect(lockDefects({ packages })).toEqual([]);
  });

  it('is broken when npm left out a package for another platform', () => {
    const packages = {
      '': {},
      'node_modules/a': { ...whole, optionalDependencies: { 'a-darwin': '1.0.0' } },
    };
    expect(lockDefects({ packages })).toEqual(['node_modules/a wants a-darwin, which has no entry']);
  });

  it('names neither a registry nor a package without a hash', () => {
    const packages = { 'node_modules/a': { resolved: 'https://packages.example/a.tgz' } };
    expect(lockDefects({ packages })).toEqual([
      'node_modules/a names the registry it came from',
      'node_modules/a has no integrity hash',
    ]);
  });
});
