import { billing } from '@platen/billing';
import { fleet } from '@platen/fleet';
import { identity } from '@platen/identity';
import { ordering } from '@platen/ordering';
import type { AnyService } from '@platen/platform';
import { serviceTickets } from '@platen/service-tickets';

/** The five services, identity first: the others learn branches and customers from its events. */
export const services: readonly AnyService[] = [identity, fleet, ordering, serviceTickets, billing];
