export * from './decide';
export * from './ledger';
export * from './reading';
export * from './supply-memory';
