import 'reflect-metadata';
import { startGateway } from '@platen/gateway';
import { createLogger, platformEnvSchema, readEnv, startService } from '@platen/platform';
import { services } from './services';
import { endWithParent } from './supervisor/child';
