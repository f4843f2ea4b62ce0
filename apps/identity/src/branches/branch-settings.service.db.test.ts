import { branchChanged, branchSettingsSchema } from '@platen/contracts';
import { fixedClock } from '@platen/kernel';
import type { Actor } from '@platen/platform';
import {
  type TestDatabase,
  type TestService,
  buildBranch,
  buildCustomer,
  buildSettings,
  buildWorld,
  createTestDatabase,
  startTestService,
} from '@platen/testing';
import { actors } from '../../test/actors';
import { buildUser } from '../../test/factories';
import { type IdentityApp, identity } from '../index';
import { staffRoles } from '../roles/given-roles';
import { toGroups } from './grouped-settings';

const PRESENT = `{ branchSettings { version changedByName settings { general { name vatRates { name percent } }
  ordering { orderNumberStart cutOff } registration { policy } } } }`;
const HISTORY = `query ($first: Int, $after: String) { branchHistory(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node { version changedByName restoredFrom differences { path before after } } } } }`;
const UPDATE = `mutation ($input: UpdateBranchSettingsInput!) { updateBranchSettings(input: $input) { __typename
  ... on UpdateBranchSettingsSuccess { present { version changedByName settings { general { name } } } }
  ... on VersionConflictError { version changedByName }
  ... on InvalidInputError { fields { path message } } ... on UserError { code message } } }`;
const RESTORE = `mutation ($input: RestoreBranchVersionInput!) { restoreBranchVersion(input: $input) { __typename
  ... on RestoreBranchVersionSuccess { present { version settings { general { name } } } }
  ... on UserError { code message } } }`;
const PREVIEW = `query ($settings: BranchSettingsInput!) { previewBranchSettings(settings: $settings) { __typename
  ... on PreviewBranchSettingsSuccess { arrivalNow arrivalThen organisationsOpen brandContrast
    holidays { on name } differences { path before after } warnings { path message } }
  ... on InvalidInputError { fields { path message } } } }`;

const italy = buildBranch();
const netherlands = buildBranch({
  code: 'NL',
  settings: buildSettings({ name: 'Platen Nederland', locale: 'nl' }),
});
const carla = buildUser(italy, { firstName: 'Carla', lastName: 'Rosso', role: 'Branch administrator' });
const world = buildWorld({
  branches: [italy, netherlands],
  customers: [buildCustomer(italy), buildCustomer(italy), buildCustomer(netherlands)],
  users: [carla],
});
const administrator: Actor = {
  ...actors.staff,
  id: carla.id,
  branchId: italy.id,
  rights: new Set(staffRoles['Branch administrator']),
};

/** Settings as the graph takes them. */
function typed(overrides: Partial<ReturnType<typeof buildSettings>> = {}) {
  const groups = toGroups(buildSettings(overrides));
  const upper = (value: string) => value.toUpperCase().replaceAll('-', '_');
  const policy = {
    invitation: 'INVITATION_ONLY',
    'self-registration': 'SELF_REGISTRATION',
    off: 'OFF',
  } as const;
  return {
    ...groups,
    contacts: groups.contacts.map((contact) => ({ ...contact, topic: upper(contact.topic) })),
    registration: { policy: policy[groups.registration.policy], passwordHelp: 'ORGANISATION_ADMINISTRATOR' },
    tickets: { ...groups.tickets, confirmationTo: upper(groups.tickets.confirmationTo) },
    ordering: { ...groups.ordering, orderableKinds: groups.ordering.orderableKinds.map(upper) },
    calendar: { ...groups.calendar, workDays: groups.calendar.workDays.map(upper) },
  };
}

describe('settings of a branch', () => {
  let database: TestDatabase;
  let service: TestService<IdentityApp>;
  beforeAll(async () => {
    database = await createTestDatabase([identity]);
    // a Friday, 10:00 in Rome
    service = await startTestService(database, identity, {
      clock: fixedClock(new Date('2026-12-04T09:00:00Z')),
    });
  });
  beforeEach(async () => {
    await database.clean();
    await service.app.load(world);
    await database.admin.query('delete from identity.outbox');
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  const update = async (settings: unknown, expectedVersion = 1, actor = administrator) =>
    (
      await service.data<{ updateBranchSettings: Record<string, unknown> }>(actor, UPDATE, {
        input: { expectedVersion, settings },
      })
    ).updateBranchSettings;
  const rows = async (sql: string) => (await database.admin.query(sql)).rows as Record<string, unknown>[];
  const events = (name: string) =>
    rows(`select payload from identity.outbox where name = '${name}' order by id`);
  const stored = async () => {
    const [branch] = await rows(`select version, settings from identity.branch where id = '${italy.id}'`);
    return { version: branch?.version, settings: branchSettingsSchema.parse(branch?.settings) };
  };

  test('are shown whole to who manages the branch', async () => {
    expect(await service.data(administrator, PRESENT)).toEqual({
      branchSettings: {
        version: 1,
        changedByName: null,
        settings: {
          general: { name: 'Platen Italia', vatRates: [{ name: 'standard', percent: '22' }] },
          ordering: { orderNumberStart: 1000, cutOff: '12:00' },
          registration: { policy: 'INVITATION_ONLY' },
        },
      },
    });
  });

  test('a change is the next version, told to the other services and written into the audit log', async () => {
    expect(await update(typed({ name: 'Platen Nord', registration: 'self-registration' }))).toEqual({
      __typename: 'UpdateBranchSettingsSuccess',
      present: { version: 2, changedByName: 'Carla Rosso', settings: { general: { name: 'Platen Nord' } } },
    });
    expect(await stored()).toEqual({
      version: 2,
      settings: buildSettings({ name: 'Platen Nord', registration: 'self-registration' }),
    });
    expect(await events(branchChanged.name)).toMatchObject([
      { payload: { branchId: italy.id, version: 2, settings: { name: 'Platen Nord' } } },
    ]);
    expect(await events('platform.audit-entry.recorded.v1')).toMatchObject([
      {
        payload: {
          action: 'branch.changed',
          actor: { kind: 'staff', id: carla.id },
          branchId: italy.id,
          customerId: null,
          facts: { version: 2, changed: ['general.name', 'registration.policy'] },
        },
      },
    ]);
  });

  test('the same settings again make no version', async () => {
    expect(await update(typed())).toMatchObject({ present: { version: 1 } });
    expect(await events(branchChanged.name)).toEqual([]);
  });

  test('who has not seen the newest version overwrites nothing, and is told who was faster', async () => {
    await update(typed({ name: 'First' }));
    expect(await update(typed({ name: 'Second' }), 1)).toMatchObject({
      __typename: 'VersionConflictError',
      code: 'VERSION_CONFLICT',
      version: 2,
      changedByName: 'Carla Rosso',
    });
    expect(await stored()).toMatchObject({ version: 2, settings: { name: 'First' } });
  });

  test('T10 of twenty changes at once one is kept', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => update(typed({ name: `Branch ${index}` }))),
    );
    const kept = answers.filter(({ __typename }) => __typename === 'UpdateBranchSettingsSuccess');
    expect(kept).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'VERSION_CONFLICT')).toHaveLength(19);
    expect(await stored()).toMatchObject({ version: 2 });
    expect(await events(branchChanged.name)).toHaveLength(1);
  });

  test('what cannot be stored is told at its place, in the language of the actor, and nothing changes', async () => {
    const settings = typed({ timeZone: 'Europe/Atlantis', calendar: { holidays: 'IT', workDays: [] } });
    expect(await update(settings, 1, { ...administrator, locale: 'nl' })).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [
        { path: 'calendar.workDays', message: 'Vul dit in.' },
        {
          path: 'general.timeZone',
          message: 'Geen tijdzone heeft deze naam. Bijvoorbeeld Europe/Amsterdam.',
        },
      ],
    });
    expect(await stored()).toEqual({ version: 1, settings: buildSettings() });
    expect(await rows('select 1 from identity.outbox')).toEqual([]);
  });

  test('the history tells who changed what, newest first, page by page', async () => {
    await update(typed({ name: 'Second' }));
    await update(typed({ name: 'Third' }), 2);
    const first = await service.data<{ branchHistory: History }>(administrator, HISTORY, { first: 2 });
    expect(first.branchHistory.edges.map(({ node }) => node)).toEqual([
      {
        version: 3,
        changedByName: 'Carla Rosso',
        restoredFrom: null,
        differences: [{ path: 'general.name', before: 'Second', after: 'Third' }],
      },
      {
        version: 2,
        changedByName: 'Carla Rosso',
        restoredFrom: null,
        differences: [{ path: 'general.name', before: 'Platen Italia', after: 'Second' }],
      },
    ]);
    const after = first.branchHistory.pageInfo.endCursor;
    const second = await service.data<{ branchHistory: History }>(administrator, HISTORY, {
      first: 2,
      after,
    });
    expect(second.branchHistory.edges.map(({ node }) => node)).toEqual([
      { version: 1, changedByName: null, restoredFrom: null, differences: [] },
    ]);
    expect(second.branchHistory.pageInfo.hasNextPage).toBe(false);
  });

  interface History {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: Record<string, unknown> }[];
  }

  test('an old version comes back as the newest one', async () => {
    await update(typed({ name: 'Second' }));
    const restore = (version: number, expectedVersion: number) =>
      service.data(administrator, RESTORE, { input: { version, expectedVersion } });
    expect(await restore(1, 2)).toEqual({
      restoreBranchVersion: {
        __typename: 'RestoreBranchVersionSuccess',
        present: { version: 3, settings: { general: { name: 'Platen Italia' } } },
      },
    });
    expect(
      await rows('select version, restored_from from identity.branch_version where version > 1 order by 1'),
    ).toEqual([
      { version: 2, restored_from: null },
      { version: 3, restored_from: 1 },
    ]);
    expect(await restore(99, 3)).toMatchObject({ restoreBranchVersion: { code: 'VERSION_NOT_FOUND' } });
    expect(await restore(2, 2)).toMatchObject({ restoreBranchVersion: { code: 'VERSION_CONFLICT' } });
    expect((await stored()).version).toBe(3);
  });

  test('a preview says the effect and stores nothing', async () => {
    const settings = typed({
      registration: 'self-registration',
      brand: { name: 'Platen', color: '#ffd500', logoUrl: null },
      ordering: { ...buildSettings().ordering, cutOff: '09:00' },
    });
    expect(await service.data(administrator, PREVIEW, { settings })).toMatchObject({
      previewBranchSettings: {
        __typename: 'PreviewBranchSettingsSuccess',
        arrivalNow: '2026-12-09',
        arrivalThen: '2026-12-10',
        organisationsOpen: 2,
        warnings: [{ path: 'brand.color' }],
        differences: [
          { path: 'registration.policy', before: 'INVITATION_ONLY', after: 'SELF_REGISTRATION' },
          { path: 'ordering.cutOff', before: '12:00', after: '09:00' },
          { path: 'brand.color', before: '#1b2733', after: '#ffd500' },
        ],
      },
    });
    expect(await stored()).toEqual({ version: 1, settings: buildSettings() });
  });

  test.each([
    ['nobody', actors.anonymous, 'UNAUTHENTICATED'],
    ['an administrator of a customer', { ...actors.administrator, branchId: italy.id }, 'UNAUTHORIZED'],
    ['the service desk', { ...actors.staff, branchId: italy.id }, 'UNAUTHORIZED'],
    ['who looks through other eyes', { ...administrator, viewedBy: carla.id }, 'VIEW_ONLY'],
  ] as const)('C1 %s changes nothing', async (_who, actor, code) => {
    const answer = await service.ask(actor, UPDATE, {
      input: { expectedVersion: 1, settings: typed({ name: 'Mine' }) },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe(code);
    expect(await stored()).toEqual({ version: 1, settings: buildSettings() });
  });

  test('C6 staff of one branch see and change nothing of another', async () => {
    const dutch = { ...administrator, branchId: netherlands.id };
    await update(typed({ name: 'Nederland' }), 1, dutch);
    expect(await stored()).toEqual({ version: 1, settings: buildSettings() });
    const { branchHistory } = await service.data<{ branchHistory: History }>(administrator, HISTORY);
    expect(branchHistory.edges).toHaveLength(1);
  });
});
