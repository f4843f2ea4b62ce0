import { type NamedVerdict, verifyAllChains } from '@platen/identity';
import { Client } from 'pg';
import { readKeptEnv } from '../doctor/kept-settings';

/**
 * Walks every chain of the audit log, prints what it found and names the first entry that is not in order. Exit code
 * 1 when there is one. The heads it prints, kept outside the product, prove later that nothing before was rewritten.
 */
export async function verify(options: { json: boolean; data: string }): Promise<void> {
  const chains = await verifyAuditLog(readKeptEnv(options.data).DATABASE_URL);
  const whole = chains.every(({ broken }) => broken === null);
  process.stdout.write(options.json ? `${JSON.stringify({ whole, chains }, null, 2)}\n` : report(chains));
  process.exitCode = whole ? 0 : 1;
}

/** Walks all chains on a connection of its own. */
export async function verifyAuditLog(databaseUrl: string): Promise<NamedVerdict[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await verifyAllChains(async (sql, parameters) => {
      const { rows } = await client.query<never>(sql, [...parameters]);
      return rows;
    });
  } finally {
    await client.end();
  }
}

/** Whose chain it is. */
export function ownerOf({ customerId, branchId }: Pick<NamedVerdict, 'customerId' | 'branchId'>): string {
  if (customerId) return `customer ${customerId}`;
  return branchId ? `branch ${branchId}` : 'installation';
}

const problems = {
  CHANGED: 'is not what was recorded',
  MISSING: 'is missing',
  UNKNOWN: 'was never recorded',
} as const;

function report(chains: readonly NamedVerdict[]): string {
  const lines = chains.map((chain) => {
    const { length, head, broken } = chain;
    if (!broken) return `ok      ${ownerOf(chain)}: ${length} entries, head ${head ?? '-'}`;
    const id = broken.entryId ? ` (${broken.entryId})` : '';
    return `BROKEN  ${ownerOf(chain)}: entry ${broken.position}${id} ${problems[broken.problem]}`;
  });
  const bad = chains.filter(({ broken }) => broken !== null).length;
  const entries = chains.reduce((sum, { length }) => sum + length, 0);
  const sum =
    bad === 0 ? `${entries} entries in ${chains.length} chains, all in order` : `${bad} chains are broken`;
  return `${[...lines, sum].join('\n')}\n`;
}
