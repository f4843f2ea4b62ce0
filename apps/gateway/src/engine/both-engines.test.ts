import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

test('compiled plans answer exactly like the complete engine: data, order of errors aside', () => {
  const script = join(__dirname, '..', '..', 'test', 'both-engines.ts');
  const output = execFileSync(
    process.execPath,
    ['--conditions=@platen/source', '--require', '@swc-node/register', script],
    { encoding: 'utf8', cwd: join(__dirname, '..', '..', '..', '..') },
  );
  const lines = output.trim().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(13);
  for (const line of lines) {
    const { query, compiled, complete } = JSON.parse(line);
    expect({ query, data: compiled.data }).toEqual({ query, data: complete.data });
    const places = (errors: { path: unknown; extensions: { code: string } }[]) =>
      errors.map(({ path, extensions }) => JSON.stringify([path, extensions.code])).sort();
    expect({ query, errors: places(compiled.errors) }).toEqual({ query, errors: places(complete.errors) });
  }
});
