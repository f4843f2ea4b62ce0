import { type ServiceDefinition, isPublic } from '@platen/platform';
import { getMetadataStorage } from 'type-graphql';

/**
 * Root fields of a service without a rule (threats C1): neither `@Authorized` nor `@Public()` stands on them. Also
 * those with both, because then one of the two is a mistake.
 * @returns `Resolver.method` of each; a test expects none
 */
export function rootFieldsWithoutRule(service: Pick<ServiceDefinition, 'resolvers'>): string[] {
  const storage = getMetadataStorage();
  const resolvers = new Set<unknown>(service.resolvers);
  const rootFields = [...storage.queries, ...storage.mutations, ...storage.subscriptions];
  const authorized = (target: unknown, method: string) =>
    storage.authorizedFields.some((rule) => rule.target === target && rule.fieldName === method) ||
    storage.authorizedResolver.some((rule) => rule.target === target);
  return rootFields
    .filter(({ target }) => resolvers.has(target))
    .filter(({ target, methodName }) => authorized(target, methodName) === isPublic(target.name, methodName))
    .map(({ target, methodName }) => `${target.name}.${methodName}`);
}
