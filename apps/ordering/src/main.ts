import 'reflect-metadata';
import { serveAlone } from '@platen/platform';
import { ordering } from './index';

void serveAlone(ordering);
