import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditActions } from './audit-actions';

test('every act that the services record has words', () => {
  const contract = readFileSync(join(__dirname, '../../../../../libs/contracts/src/audit.ts'), 'utf8');
  const list = /auditActions = \[([^\]]*)\]/.exec(contract)?.[1] ?? '';
  const recorded = [...list.matchAll(/'([^']+)'/g)].map(([, action]) => action);
  expect(recorded.length).toBeGreaterThan(0);
  expect(new Set(auditActions)).toEqual(new Set(recorded));
});
