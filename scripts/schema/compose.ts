import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, parse } from 'graphql';

/** A service's schema as it prints it. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
}

/** What composition makes of the services: for the planner, and for clients. */
export interface Composed {
  readonly supergraph: string;
  readonly api: string;
}

/** The services' schemas do not fit together. One line for each reason. */
export class CompositionFailed extends Error {
  override readonly name = 'CompositionFailed';
}

/**
 * Joins the services' schemas. The addresses in the supergraph are never used: the gateway finds services by its own
 * settings.
 * @throws CompositionFailed naming each conflict with its code and services
 */
export function compose(subgraphs: readonly Subgraph[]): Composed {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({
      name,
      url: `http://${name}.invalid/graphql`,
      typeDefs: parsed(name, sdl),
    })),
  );
  if (result.errors || !result.supergraphSdl || !result.publicSdl) {
    const lines = (result.errors ?? []).map(
      ({ message, extensions }) => `  ${String(extensions.code)}: ${message}`,
    );
    throw new CompositionFailed(`The services' schemas do not fit together:\n${lines.join('\n')}`);
  }
  return { supergraph: withEnd(result.supergraphSdl), api: withEnd(result.publicSdl) };
}

function parsed(name: string, sdl: string): DocumentNode {
  try {
    return parse(sdl);
  } catch (error) {
    throw new CompositionFailed(`The schema of ${name} is not GraphQL: ${String(error)}`);
  }
}

function withEnd(text: string): string {
  return `${text.trimEnd()}\n`;
}
