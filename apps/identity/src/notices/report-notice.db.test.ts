import { randomUUID } from 'node:crypto';
import type { PayloadOf, reportDue } from '@platen/contracts';
import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import { buildUser } from '../../test/factories';
import { anna, branch, giulia, rossi, useIdentity } from '../../test/use-identity';
import { tellOfReport } from './report-notice';

type Due = PayloadOf<typeof reportDue>;

const { load, asSystem, letters, sql } = useIdentity();

const piet = buildUser(rossi, { email: 'piet@rossi.example', firstName: 'Piet', locale: 'nl' });
const emma = buildUser(rossi, { email: 'emma@rossi.example', role: 'Member', locale: 'en' });
const elsewhere = buildBranch({ code: 'NL' });
const verdi = buildCustomer(elsewhere);
const jan = buildUser(verdi, { email: 'jan@verdi.example' });

beforeEach(() => load(buildWorld({ branches: [elsewhere], customers: [verdi], users: [piet, emma, jan] })));

const all = { pages: 23_410, previous: 24_400, mono: 19_000, color: 4_410 };
const given = { pages: 60_000, previous: 50_000, mono: null, color: null };

function due(readers: readonly string[], overrides: Partial<Due> = {}): Due {
  return {
    reportId: randomUUID(),
    customerId: rossi.id,
    branchId: branch.id,
    ownerId: anna.id,
    name: 'Every machine',
    month: '2026-10',
    path: '/reports?of=ALL&by=DEVICE&from=2025-11&to=2026-10',
    readers: readers.map((userId) => ({ userId, all, given })),
    ...overrides,
  };
}

const tell = (report: Due) => asSystem((tx) => tellOfReport(report, letters(), { tx }));
const grantReports = (id: string) =>
  sql(`update identity.user_account set granted_rights = '{report:read}' where id = '${id}'`);

interface Sent extends Record<string, unknown> {
  readonly recipient: string;
  readonly values: { readonly pages: string; readonly split: string; readonly owner: string };
}
const sent = async () =>
  (
    await sql(
      `select lower(recipient) as recipient, locale, data->'values' as values, data->'link' as link
       from identity.mail where template = 'report-ready' order by 1`,
    )
  ).rows as Sent[];
const recipients = async () => (await sent()).map(({ recipient }) => recipient);

test('the month in two sentences, in the language of each reader, with a link to that very report', async () => {
  await grantReports(emma.id);
  await tell(due([anna.id, piet.id, emma.id]));
  const link = { url: 'http://localhost:8080/reports?of=ALL&by=DEVICE&from=2025-11&to=2026-10' };
  expect(await sent()).toEqual([
    {
      recipient: 'anna.neri@rossi.example',
      locale: 'it',
      link,
      values: {
        report: 'Every machine',
        owner: 'Anna Neri',
        month: 'ottobre 2026',
        pages: 'in ottobre 2026 sono state stampate 23.410 pagine, il 4 % in meno del mese precedente.',
        split: 'Di queste, 19.000 in bianco e nero e 4410 a colori.',
      },
    },
    {
      recipient: 'emma@rossi.example',
      locale: 'en',
      link,
      values: {
        report: 'Every machine',
        owner: 'Anna Neri',
        month: 'October 2026',
        pages: 'in October 2026 60,000 pages were printed, 20 % more than the month before.',
        split: 'How many of them were in colour is not counted.',
      },
    },
    {
      recipient: 'piet@rossi.example',
      locale: 'nl',
      link,
      values: {
        report: 'Every machine',
        owner: 'Anna Neri',
        month: 'oktober 2026',
        pages: "in oktober 2026 zijn 23.410 pagina's afgedrukt, 4 % minder dan de maand ervoor.",
        split: 'Daarvan waren er 19.000 zwart-wit en 4.410 in kleur.',
      },
    },
  ]);
});

test.each([
  ['a month that nobody read', { pages: null, previous: 5, mono: null, color: null }, /non è stato letto/],
  ['a first month', { pages: 70_000, previous: null, mono: 70_000, color: 0 }, /stampate 70\.000 pagine\.$/],
  ['a month after one of no pages', { pages: 70_000, previous: 0, mono: 70_000, color: 0 }, /pagine\.$/],
  [
    'the same again',
    { pages: 70_000, previous: 70_100, mono: 70_000, color: 0 },
    /quante il mese precedente\.$/,
  ],
  ['more', { pages: 70_000, previous: 56_000, mono: 70_000, color: 0 }, /il 25 % in più/],
])('%s is told as what it is', async (_, figures, sentence) => {
  await tell(due([], { readers: [{ userId: anna.id, all: figures, given: null }] }));
  expect((await sent())[0]?.values.pages).toMatch(sentence);
});

test('R70 who has no right to reports gets none, though he is on the list', async () => {
  await tell(due([anna.id, emma.id]));
  expect(await recipients()).toEqual(['anna.neri@rossi.example']);
});

test.each([
  ['lost the right to reports', `granted_rights = '{}'`],
  ['left', 'deactivated_at = now()'],
  ['was erased', 'deactivated_at = now(), erased_at = now()'],
  ['never accepted the invitation', 'password_hash = null'],
])('R70 who %s since then gets none', async (_, change) => {
  await grantReports(emma.id);
  await sql(`update identity.user_account set ${change} where id = '${emma.id}'`);
  await tell(due([anna.id, emma.id]));
  expect(await recipients()).toEqual(['anna.neri@rossi.example']);
});

test('no letter for a suspended organisation', async () => {
  await sql(`update identity.customer set suspended_at = now() where id = '${rossi.id}'`);
  await tell(due([anna.id]));
  expect(await recipients()).toEqual([]);
});

test('R33 nobody of another organisation gets one, nor staff', async () => {
  await tell(due([jan.id, giulia.id]));
  await tell(due([jan.id], { branchId: elsewhere.id }));
  expect(await recipients()).toEqual([]);
});

test('R30 who sees some machines is told of those, and nothing when none of them is in the report', async () => {
  await grantReports(emma.id);
  await tell(due([], { readers: [{ userId: emma.id, all, given: null }] }));
  expect(await recipients()).toEqual([]);
});

test('two workers at once, and a third later: one letter each', async () => {
  const report = due([anna.id, piet.id]);
  await Promise.all([tell(report), tell(report)]);
  await tell(report);
  const both = ['anna.neri@rossi.example', 'piet@rossi.example'];
  expect(await recipients()).toEqual(both);
  await tell({ ...report, month: '2026-11' });
  expect(await recipients()).toEqual(both.flatMap((each) => [each, each]));
});

test('when its owner is gone, the organisation has it sent', async () => {
  await sql(
    `update identity.user_account set deactivated_at = now(), erased_at = now() where id = '${anna.id}'`,
  );
  await tell(due([piet.id]));
  expect((await sent())[0]?.values.owner).toBe('De beheerder van uw organisatie');
});
