import { type IdentityApp, identity } from '@platen/identity';
import { withService } from './with-service';

export { InstallationError } from './with-service';

/** Does something with identity's use cases. @throws InstallationError when the database is not there or not prepared */
export function withIdentity<T>(data: string, act: (app: IdentityApp) => Promise<T>): Promise<T> {
  return withService(identity, data, act);
}
