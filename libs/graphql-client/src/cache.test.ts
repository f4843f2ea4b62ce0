import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldPolicy } from '@apollo/client';
import { type DocumentNode, TypeInfo, buildSchema, visit, visitWithTypeInfo } from 'graphql';
import { lists } from './cache';
import * as generated from './generated/graphql';

const schema = buildSchema(readFileSync(join(__dirname, '../../../apps/gateway/api.graphql'), 'utf8'));
const documents = Object.values(generated).filter(
  (each): each is DocumentNode => typeof each === 'object' && 'kind' in each,
);

/** Fields of the documents that are asked for page by page, with their other arguments. */
function pagedFields(): Map<string, ReadonlySet<string>> {
  const info = new TypeInfo(schema);
  const found = new Map<string, Set<string>>();
  for (const document of documents)
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: ({ name, arguments: asked = [] }) => {
          const names = asked.map((argument) => argument.name.value);
          if (!names.includes('after') || !names.includes('first')) return;
          const field = `${info.getParentType()?.name}.${name.value}`;
          const known = found.get(field) ?? new Set();
          found.set(field, new Set([...known, ...names.filter((each) => each !== 'after')]));
        },
      }),
    );
  return found;
}

const policies: Readonly<Record<string, Readonly<Record<string, FieldPolicy>>>> = lists;

test.each([...pagedFields()])(
  'pages of %s are joined to one list for each set of its arguments',
  (field, asked) => {
    const [type = '', name = ''] = field.split('.');
    const policy = policies[type]?.[name];
    expect(policy?.merge).toBeInstanceOf(Function);
    expect(new Set(policy?.keyArgs as string[])).toEqual(asked);
  },
);
