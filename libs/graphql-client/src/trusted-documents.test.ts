import { createHash } from 'node:crypto';
import { print } from 'graphql';
import * as generated from './generated/graphql';
import manifest from './generated/persisted-documents.json';
import { documentIdOf, withDocumentId } from './trusted-documents';

const documents: Readonly<Record<string, string>> = manifest;

describe('trusted documents', () => {
  test('C11 the manifest names each document by the sha256 of its text', () => {
    for (const [id, text] of Object.entries(documents)) {
      expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    }
  });

  test('every generated operation is in the manifest', () => {
    const operations = Object.entries(generated).filter(([name]) => name.endsWith('Document'));
    const withOperation = operations.filter(([, document]) =>
      document.definitions.some(({ kind }) => kind === 'OperationDefinition'),
    );
    expect(withOperation.length).toBe(Object.keys(documents).length);
    for (const [name, document] of withOperation) {
      expect([name, documents[documentIdOf(document) ?? '']]).toEqual([name, expect.any(String)]);
    }
  });

  test('a document of its own has no id', () => {
    const { __meta__, ...own } = generated.ViewerDocument as typeof generated.ViewerDocument & {
      __meta__: unknown;
    };
    expect(__meta__).toBeDefined();
    expect(documentIdOf(own)).toBeUndefined();
    expect(print(own)).toContain('query Viewer');
  });

  test('the id takes the place of the query, other extensions stay', () => {
    const body = JSON.stringify({
      variables: { a: 1 },
      extensions: { documentId: 'sha256:abc', other: true },
    });
    expect(JSON.parse(withDocumentId(body))).toEqual({
      documentId: 'sha256:abc',
      variables: { a: 1 },
      extensions: { other: true },
    });
    expect(JSON.parse(withDocumentId('{"extensions":{"documentId":"sha256:abc"}}'))).toEqual({
      documentId: 'sha256:abc',
    });
  });

  test('a body without an id is left as it is', () => {
    const body = JSON.stringify({ query: '{ viewer { kind } }' });
    expect(withDocumentId(body)).toBe(body);
  });
});
