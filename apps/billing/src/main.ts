import 'reflect-metadata';
import { serveAlone } from '@platen/platform';
import { billing } from './index';

void serveAlone(billing);
