import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..', '..');

/** What stands on others of Mantine's components without being named by ours. */
const parts: Readonly<Record<string, readonly string[]>> = {
  MultiSelect: ['Combobox', 'Pill', 'PillsInput', 'ScrollArea', 'Popover', 'Input'],
  Select: ['Combobox', 'ScrollArea', 'Popover', 'Input'],
  Menu: ['Menu', 'Popover'],
  Textarea: ['Input'],
  TextInput: ['Input'],
  FileInput: ['Input'],
  NativeSelect: ['Input'],
};

test('every component of Mantine in use brings its style', () => {
  const imported = readFileSync(join(__dirname, 'mantine-styles.ts'), 'utf8');
  const sources = ['apps/portal/src', 'libs/ui/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  );
  const named = sources.flatMap((source) =>
    [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap((found) =>
      (found[1] ?? '').split(',').map((name) => name.trim()),
    ),
  );
  const styled = [...new Set(named.flatMap((name) => [name, ...(parts[name] ?? [])]))].filter((name) =>
    existsSync(join(root, 'node_modules/@mantine/core/styles', `${name}.css`)),
  );
  expect(styled).toContain('Button');
  expect(styled.filter((name) => !imported.includes(`/styles/${name}.css`))).toEqual([]);
});
