import { ApolloLink } from '@apollo/client';

/** Where the generator leaves the hash of a document that is in the manifest. */
interface TrustedDocument {
  readonly __meta__?: { readonly hash?: string };
}

/**
 * The document identifier of a generated operation, `sha256:` and 64 hex digits.
 * @returns undefined when the manifest does not know the document
 */
export function documentIdOf(document: object): string | undefined {
  return (document as TrustedDocument).__meta__?.hash;
}

/** Marks operations of the manifest so that their text stays at home; others travel as they are. */
export const trustedDocumentsLink = new ApolloLink((operation, forward) => {
  const documentId = documentIdOf(operation.query);
  if (documentId !== undefined) {
    operation.extensions = { ...operation.extensions, documentId };
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  }
  return forward(operation);
});

/**
 * Moves `extensions.documentId`, where an Apollo link can put it, to the place where GraphQL over HTTP
 * (appendix A, persisted documents) wants it: beside `variables`, in place of `query`.
 */
export function withDocumentId(body: string): string {
  const { extensions, ...request } = JSON.parse(body) as { extensions?: { documentId?: string } };
  if (extensions?.documentId === undefined) return body;
  const { documentId, ...others } = extensions;
  const rest = Object.keys(others).length > 0 ? { extensions: others } : {};
  return JSON.stringify({ documentId, ...request, ...rest });
}
