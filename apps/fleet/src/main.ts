import 'reflect-metadata';
import { serveAlone } from '@platen/platform';
import { fleet } from './index';

void serveAlone(fleet);
