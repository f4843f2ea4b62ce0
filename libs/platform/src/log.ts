import pino, { type DestinationStream, type Logger } from 'pino';

/** Names whose values never reach a log line, up to three levels deep in a logged object (threats C40, C42). */
const secrets = [
  'password',
  'currentPassword',
  'newPassword',
  'token',
  'bearer',
  'secret',
  'authorization',
  'cookie',
  'code',
  'recoveryCode',
  'challenge',
  'community',
];

/**
 * Makes the process's logger: one JSON object a line, level from `LOG_LEVEL`, to standard output unless told otherwise.
 */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '<secret>' },
    serializers: { err: withoutData },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What an error is and where it arose. Its other fields are left out: a failed query carries its parameters. */
function withoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, stack };
}
