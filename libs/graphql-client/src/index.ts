export * from './generated/graphql';
export { type ClientOptions, makeApolloClient } from './apollo-client';
export { type Problem, problemOf } from './problem';
export { SessionEvents } from './session-events';
export { documentIdOf } from './trusted-documents';
