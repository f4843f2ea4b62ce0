export * from './branch-calendar';
export * from './expected-arrival';
