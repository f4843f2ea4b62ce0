import { billing } from '@platen/billing';
import { fleet } from '@platen/fleet';
import { identity } from '@platen/identity';
import { ordering } from '@platen/ordering';
import type { AnyService } from '@platen/platform';
import { serviceTickets } from '@platen/service-tickets';

/** The five services by their faces. Each hides its own use cases behind the same form, which types cannot say. */
export const services = [
  identity,
  fleet,
  ordering,
  serviceTickets,
  billing,
] as unknown as readonly AnyService[];
