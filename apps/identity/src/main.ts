import 'reflect-metadata';
import { serveAlone } from '@platen/platform';
import { identity } from './index';

void serveAlone(identity);
