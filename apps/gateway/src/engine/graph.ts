import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, Kind, buildSchema, execute, getVariableValues, print } from 'graphql';
import { compilePlan } from './compiled-engine';
import { lazyCompleteEngine } from './complete-engine';
import type { Operation, Run, RunRequest, Subgraphs } from './engine';
import { PlanNotUnderstood } from './plan-not-understood';

/** The composed graph of one installation: its public schema and a way to run operations on it. */
export interface Graph {
  readonly schema: GraphQLSchema;
  /** plans and compiles an operation; keep the result as long as the document */
  prepare(operation: Operation): Promise<Run>;
}

/** What composition wrote: see `npm run schema`. */
export interface Supergraph {
  /** with join directives, for the planner */
  readonly sdl: string;
  /** what clients see */
  readonly api: string;
}

/** The Rust planner cannot be told apart by labels here: progressive override is not used. */
const noLabels = new Set<string>();
const HUNDRED_PERCENT = 100;

/** Opens a composed graph over these subgraphs. `engine: 'complete'` is for comparing the two. */
export function openGraph(
  supergraph: Supergraph,
  subgraphs: Subgraphs,
  engine: 'compiled' | 'complete' = 'compiled',
): Graph {
  const schema = buildSchema(supergraph.api, { assumeValid: true });
  const planner = new QueryPlanner(supergraph.sdl);
  const complete = lazyCompleteEngine(supergraph.sdl, subgraphs);
  return {
    schema,
    prepare: async (operation) => {
      if (asksForSchema(operation)) return describeSchema(schema, operation);
      const whole = () => withCheckedVariables(schema, operation, complete(operation));
      if (engine === 'complete') return whole();
      const { document, definition } = operation;
      const plan = await planner.planAsync(
        print(document),
        definition.name?.value,
        noLabels,
        HUNDRED_PERCENT,
      );
      try {
        const run = compilePlan(schema, subgraphs, operation, plan);
        return plan.node?.kind === 'Fetch' ? run : withCheckedVariables(schema, operation, run);
      } catch (error) {
        if (error instanceof PlanNotUnderstood) return whole();
        throw error;
      }
    },
  };
}

/**
 * Where several subgraphs are asked, variables are checked before the first of them is. A plan of one fetch leaves
 * that to its subgraph, which has to do it anyhow: an upload of thousands of values is then read once, not twice.
 */
function withCheckedVariables(schema: GraphQLSchema, operation: Operation, run: Run): Run {
  const definitions = operation.definition.variableDefinitions ?? [];
  if (definitions.length === 0) return run;
  return async (request: RunRequest) => {
    const checked = getVariableValues(schema, definitions, request.variables, { maxErrors: 9 });
    if (!checked.errors) return run(request);
    const { requestId } = request.actor;
    const errors = checked.errors.map(({ message }) => ({
      message,
      extensions: { code: 'BAD_USER_INPUT', requestId },
    }));
    return { data: undefined, errors, session: null };
  };
}

/** Documents about the schema itself; validation refuses them in production (threats C10). */
function asksForSchema({ definition }: Operation): boolean {
  return definition.selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && /^__(schema|type)$/.test(selection.name.value),
  );
}

function describeSchema(schema: GraphQLSchema, { document, definition }: Operation): Run {
  return async ({ variables }) => {
    const operationName = definition.name?.value;
    const { data, errors = [] } = await execute({
      schema,
      document,
      operationName,
      variableValues: variables,
    });
    return { data, errors: errors.map((error) => error.toJSON()), session: null };
  };
}
