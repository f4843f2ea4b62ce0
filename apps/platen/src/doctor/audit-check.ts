import { ownerOf, verifyAuditLog } from '../commands/audit';
import { type Finding, failed, fine } from './finding';

/** Whether the audit log is complete and unchanged, by the walk of `platen audit verify`. */
export async function checkAudit(databaseUrl: string): Promise<Finding[]> {
  const chains = await verifyAuditLog(databaseUrl);
  const broken = chains.find((chain) => chain.broken !== null);
  const entries = chains.reduce((sum, { length }) => sum + length, 0);
  if (!broken) return [fine('audit log', `${entries} entries in ${chains.length} chains, all in order`)];
  const evidence = `${ownerOf(broken)}: entry ${broken.broken?.position} is not in order`;
  return [failed('audit log', evidence, 'npx platen audit verify, then compare with a backup')];
}
