export * from './database/statement-counter';
export * from './database/test-database';
