import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A count of things: integer 0..2^53-1 as a JSON number. A Counter32 does not fit GraphQL's own Int. */
export const CountScalar = new GraphQLScalarType<number, number>({
  name: 'Count',
  description: 'An integer from 0 to 2^53-1.',
  serialize: (value) => count(typeof value === 'string' || typeof value === 'bigint' ? Number(value) : value),
  parseValue: count,
  parseLiteral: (node) => count(node.kind === Kind.INT ? Number(node.value) : Number.NaN),
});

/** An instant: ISO 8601 in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (value) => (value instanceof Date ? value : instant(value)).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : null),
});

/** A day without time: yyyy-mm-dd. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day, yyyy-mm-dd.',
  serialize: day,
  parseValue: day,
  parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : null),
});

function count(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new GraphQLError('Count must be an integer from 0 to 2^53-1.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function instant(value: unknown): Date {
  if (typeof value === 'string' && INSTANT.test(value)) {
    const parsed = new Date(value);
    if (!Number.isNaN(parsed.getTime())) return parsed;
  }
  throw new GraphQLError('DateTime must be ISO 8601 with a zone, for example 2026-11-21T08:30:00Z.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function day(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError('Date must be yyyy-mm-dd.', { extensions: { code: 'BAD_USER_INPUT' } });
}
