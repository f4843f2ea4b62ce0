import pino, { type Logger } from 'pino';

/** Names whose values never reach a log line, wherever they stand in a logged object (threats C40, C42). */
const secrets = ['password', 'token', 'bearer', 'secret', 'authorization', 'cookie', 'code', 'community'];

/** Makes the process's logger: one JSON object a line, level from `LOG_LEVEL`. */
export function createLogger(name: string, level: string): Logger {
  return pino({
    name,
    level,
    redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '<secret>' },
  });
}
