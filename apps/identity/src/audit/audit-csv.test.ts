import { auditCsv } from './audit-csv';
import type { AuditEntryRow } from './audit-query';

const entry: AuditEntryRow = {
  id: '00000000-0000-7000-8000-000000000e01',
  position: 7,
  customerId: '00000000-0000-7000-8000-0000000000c1',
  occurredAt: new Date('2026-11-21T08:30:00.250Z'),
  recordedAt: new Date('2026-11-21T08:30:01Z'),
  actorKind: 'user',
  actorId: '00000000-0000-7000-8000-000000000001',
  viewedBy: null,
  action: 'key.created',
  targetKind: 'key',
  targetId: '=HYPERLINK("https://evil.example")',
  facts: {},
  requestId: 'request-1',
  hash: Buffer.alloc(2, 255),
};

test('C32 T9 a cell that a spreadsheet would take for a formula begins with an apostrophe', () => {
  const names = new Map([[entry.actorId ?? '', '+39 and "quotes"\r\n@cmd']]);
  const [header, line] = auditCsv([entry], names).split(/\r\n(?=0|2|$)/);
  expect(header).toBe(
    '\ufeffoccurred_at (UTC),action,actor_kind,actor_id,actor_name,viewed_by,target_kind,target_id,target_name,facts,customer_id,position,entry_id,request_id,hash',
  );
  expect(line).toBe(
    `2026-11-21T08:30:00.250Z,key.created,user,${entry.actorId},"'+39 and ""quotes""\r\n@cmd",,key,"'=HYPERLINK(""https://evil.example"")",,,${entry.customerId},7,${entry.id},request-1,ffff`,
  );
});

test.each(['-1', '@sum', '\tx', '\rx', '＝1', '＋1', '－1', '＠1'])('C32 %j', (targetId) => {
  expect(auditCsv([{ ...entry, targetId }], new Map())).toContain(`'${targetId}`);
});

test('facts are JSON in one cell', () => {
  const facts = { role: 'x', rights: ['order:read', 'order:place'] };
  expect(auditCsv([{ ...entry, facts }], new Map())).toContain(
    '"{""role"":""x"",""rights"":[""order:read"",""order:place""]}"',
  );
});
