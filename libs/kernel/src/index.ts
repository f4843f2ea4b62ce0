export * from './clock';
export * from './delivery-estimate';
export * from './local-time';
export * from './money';
export * from './period';
export * from './plausible-reading';
export * from './result';
export * from './working-calendar';
