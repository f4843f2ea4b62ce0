export { type GatewayOptions, type RunningGateway, startGateway } from './gateway';
export { type GatewayEnv, gatewayEnvSchema } from './settings';
export type { LocalService, LocalServices } from './subgraphs';
