import type { PlanNode, QueryPlan } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileEntityFetch, compileRootFetch } from './compiled-fetch';
import type { Operation, Run, RunRequest, Subgraphs } from './engine';
import { PlanNotUnderstood } from './plan-not-understood';
import { type Progress, startProgress } from './progress';
import { compileProjection } from './projection';

/** One step of a plan; works on the data gathered so far. */
export type Step = (progress: Progress, request: RunRequest) => Promise<void> | void;

/**
 * Compiles a query plan and the shape of its answer to closures, once per operation.
 * @throws PlanNotUnderstood for plans with parts that are left to the complete engine (defer, subscription, rewrites)
 */
export function compilePlan(
  schema: GraphQLSchema,
  subgraphs: Subgraphs,
  operation: Operation,
  plan: QueryPlan,
): Run {
  const step = plan.node ? compileNode(plan.node, { schema, subgraphs }) : () => {};
  const project = compileProjection(schema, operation.document, operation.definition);
  return async (request) => {
    const progress = startProgress();
    await step(progress, request);
    if (progress.refused) return { data: undefined, errors: progress.errors, session: null };
    const data = project(progress.data, request.variables);
    return { data, errors: progress.errors, session: progress.session };
  };
}

/** What the steps are compiled against. */
export interface CompileScope {
  readonly schema: GraphQLSchema;
  readonly subgraphs: Subgraphs;
}

function compileNode(node: PlanNode, scope: CompileScope): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileRootFetch(node, scope);
    case 'BatchFetch':
      return compileEntityFetch(node, node.entityBatch.aliases, scope);
    case 'Flatten': {
      const fetch = node.node;
      if (fetch.kind !== 'Fetch' || !fetch.requires) throw new PlanNotUnderstood(`Flatten of ${fetch.kind}`);
      const { requires, inputRewrites, outputRewrites } = fetch;
      const only = { alias: '_entities', representationsVariableName: 'representations', paths: [node.path] };
      return compileEntityFetch(fetch, [{ ...only, requires, inputRewrites, outputRewrites }], scope);
    }
    case 'Sequence':
      return inSequence(node.nodes.map((inner) => compileNode(inner, scope)));
    case 'Parallel':
      return inParallel(node.nodes.map((inner) => compileNode(inner, scope)));
    case 'Condition':
      return compileCondition(node, scope);
    default:
      throw new PlanNotUnderstood(node.kind);
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (progress, request) => {
    for (const step of steps) {
      if (progress.refused) return;
      await step(progress, request);
    }
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (progress, request) => {
    await Promise.all(steps.map(async (step) => step(progress, request)));
  };
}

function compileCondition(node: Extract<PlanNode, { kind: 'Condition' }>, scope: CompileScope): Step {
  const yes = node.ifClause && compileNode(node.ifClause, scope);
  const no = node.elseClause && compileNode(node.elseClause, scope);
  return (progress, request) => (request.variables[node.condition] === true ? yes : no)?.(progress, request);
}
