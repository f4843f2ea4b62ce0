import * as contracts from '@platen/contracts';
import { MessageRoutes, definitionsIn, serviceNames } from '@platen/platform';
import { services } from './services';

test('every service is there, and their handlers fit together', () => {
  expect(services.map((service) => service.name).sort()).toEqual([...serviceNames].sort());
  const routes = new MessageRoutes(services, definitionsIn(contracts));
  expect(routes.all().length).toBeGreaterThan(0);
});
