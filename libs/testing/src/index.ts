export * from './database/statement-counter';
export * from './database/tenancy-catalogue';
export * from './database/test-database';
export * from './graphql/rules-complete';
export * from './graphql/test-service';
export * from './printer-simulator/printer-simulator';
export * from './world/build-actor';
export * from './world/build-world';
