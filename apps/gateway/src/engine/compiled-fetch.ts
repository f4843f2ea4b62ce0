import type { BatchFetchNode, EntityBatchAlias, FetchNode } from '@graphql-hive/router-query-planner';
import type { SubgraphExecutor, SubgraphResult } from '@platen/platform';
import { type DocumentNode, Kind, parse } from 'graphql';
import type { CompileScope, Step } from './compiled-engine';
import type { RunRequest } from './engine';
import { EntityPath, type Representation, compileRepresentation, mergeInto } from './entities';
import { PlanNotUnderstood } from './plan-not-understood';
import { noteErrors } from './progress';
import type { Data } from './projection';

/** Asks a subgraph for root fields. */
export function compileRootFetch(node: FetchNode, scope: CompileScope): Step {
  if (node.requires?.length || node.inputRewrites?.length || node.outputRewrites?.length)
    throw new PlanNotUnderstood('rewrites');
  const call = compileCall(node, scope);
  const rootKeys = rootKeysOf(call.document);
  return async (progress, request) => {
    const result = await call.run(request, {});
    if (
      result.data === undefined &&
      result.errors?.every((error) => error.extensions?.code === 'BAD_USER_INPUT')
    )
      progress.refused = true;
    // A subgraph that could not be asked names no field: then every field it owed is missing.
    noteErrors(progress, result, (path) => (path?.length ? [path] : rootKeys.map((key) => [key])));
    if (result.data) mergeInto(progress.data, result.data);
    if (result.session) progress.session = result.session;
  };
}

interface Group {
  readonly alias: string;
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly represent: Representation;
}

/** Asks a subgraph for more about entities that other subgraphs named, all in one call, each entity once. */
export function compileEntityFetch(
  node: FetchNode | BatchFetchNode,
  aliases: readonly EntityBatchAlias[],
  scope: CompileScope,
): Step {
  const groups = aliases.map((alias): Group => {
    if (alias.inputRewrites?.length || alias.outputRewrites?.length) throw new PlanNotUnderstood('rewrites');
    return {
      alias: alias.alias,
      variable: alias.representationsVariableName,
      paths: alias.paths.map((path) => new EntityPath(path, scope.schema)),
      represent: compileRepresentation(alias.requires, scope.schema),
    };
  });
  const call = compileCall(node, scope);
  return async (progress, request) => {
    const batches = new Map<string, EntityBatch>();
    const found = groups.map((group) => {
      const batch = batches.get(group.variable) ?? new EntityBatch();
      batches.set(group.variable, batch);
      return { group, batch, targets: batch.add(group, progress.data) };
    });
    if (found.every(({ targets }) => targets.length === 0)) return;
    const variables = Object.fromEntries([...batches].map(([name, batch]) => [name, batch.representations]));
    const result = await call.run(request, variables);
    noteErrors(progress, result, (path) => entityPlaces(path, found, progress.data));
    for (const { group, targets } of found) {
      const entities = result.data?.[group.alias];
      if (!Array.isArray(entities)) continue;
      for (const { entity, at } of targets) {
        const more: unknown = entities[at];
        if (more !== null && typeof more === 'object') mergeInto(entity, more as Data);
      }
    }
  };
}

interface Target {
  readonly entity: Data;
  /** index of its representation */
  readonly at: number;
}

/** Representations of one call, each once. */
class EntityBatch {
  readonly representations: Data[] = [];
  private readonly known = new Map<string, number>();

  add(group: Group, data: Data): Target[] {
    const targets: Target[] = [];
    for (const path of group.paths)
      path.visit(data, (entity) => {
        const representation = group.represent(entity);
        if (representation) targets.push({ entity, at: this.indexOf(representation) });
      });
    return targets;
  }

  private indexOf(representation: Data): number {
    const key = JSON.stringify(representation);
    let at = this.known.get(key);
    if (at === undefined) {
      at = this.representations.push(representation) - 1;
      this.known.set(key, at);
    }
    return at;
  }
}

type Found = { readonly group: Group; readonly batch: EntityBatch; readonly targets: readonly Target[] };

/** The places in the answer that an error under `<alias>[index]...` is about; without path, the first entity. */
function entityPlaces(
  path: readonly (string | number)[] | undefined,
  found: readonly Found[],
  data: Data,
): (string | number)[][] {
  const [alias, index, ...rest] = path ?? [];
  const concerned =
    found.find(({ group }) => group.alias === alias) ?? found.find((one) => one.targets.length);
  if (!concerned) return [];
  const entities = new Set(
    concerned.targets
      .filter(({ at }) => at === (typeof index === 'number' ? index : 0))
      .map((one) => one.entity),
  );
  const places: (string | number)[][] = [];
  for (const entityPath of concerned.group.paths)
    entityPath.visit(data, (entity, place) => {
      if (entities.has(entity)) places.push([...place, ...rest]);
    });
  return places;
}

interface Call {
  readonly document: DocumentNode;
  readonly run: (request: RunRequest, variables: Data) => Promise<SubgraphResult>;
}

function compileCall(node: FetchNode | BatchFetchNode, scope: CompileScope): Call {
  const executor: SubgraphExecutor | undefined = Object.entries(scope.subgraphs).find(
    ([name]) => name === node.serviceName,
  )?.[1];
  if (!executor)
    throw new Error(`The supergraph names a subgraph that is not known here: ${node.serviceName}.`);
  const document = parse(node.operation);
  const { operationName, variableUsages = [] } = node;
  const run = (request: RunRequest, own: Data): Promise<SubgraphResult> => {
    const variables: Data = own;
    for (const name of variableUsages)
      if (request.variables[name] !== undefined) variables[name] = request.variables[name];
    const { actor, clientAddress, signal } = request;
    return executor({
      document,
      variables,
      actor,
      clientAddress,
      signal,
      ...(operationName && { operationName }),
    });
  };
  return { document, run };
}

function rootKeysOf(document: DocumentNode): string[] {
  const keys: string[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const selection of definition.selectionSet.selections)
      if (selection.kind === Kind.FIELD && selection.name.value !== '__typename')
        keys.push(selection.alias?.value ?? selection.name.value);
  }
  return keys;
}
