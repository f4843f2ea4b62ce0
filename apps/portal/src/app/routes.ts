import { accountRoutes } from './routes/account-routes';
import { administrationRoutes } from './routes/administration-routes';
import { consoleRoutes } from './routes/console-routes';
import { doorRoutes } from './routes/door-routes';
import { root, signedIn } from './routes/root-routes';
import { workRoutes } from './routes/work-routes';

/** All routes; their addresses are built by shared/paths.ts. */
export const routeTree = root.addChildren([
  ...doorRoutes,
  signedIn.addChildren([...workRoutes, ...accountRoutes, ...administrationRoutes, ...consoleRoutes]),
]);
