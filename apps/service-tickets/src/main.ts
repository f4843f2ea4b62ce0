import 'reflect-metadata';
import { serveAlone } from '@platen/platform';
import { serviceTickets } from './index';

void serveAlone(serviceTickets);
