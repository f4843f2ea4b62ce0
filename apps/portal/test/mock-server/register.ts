import type { MockSession } from './graph';

type Typed = Record<string, unknown>;
type Connect = (nodes: readonly { id: string }[], page: { first?: number; after?: string }) => unknown;

const slot = (at: number, color: string, description: string, waste = false) => ({
  slot: `1.${at}`,
  kind: waste ? 'WASTE' : 'TONER',
  color,
  class: waste ? 'RECEPTACLE' : 'CONSUMED',
  description,
});

/** The register of the mock: models, machines that were found, lists on their way in. */
export function makeRegister(connect: Connect, now: number) {
  const ago = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
  const models = [
    { id: 'model-1', maker: 'Ricoh', model: 'IM C4500', color: true, a3: true, deviceCount: 14 },
    { id: 'model-2', maker: 'Kyocera', model: 'ECOSYS M3145dn', color: false, a3: false, deviceCount: 5 },
  ].map((facts) => ({
    ...facts,
    monthlyFrom: 2000,
    monthlyTo: 8100,
    meterKinds: facts.color ? ['total', 'mono', 'color'] : ['total', 'mono'],
    slots: facts.color
      ? [
          slot(1, 'CYAN', 'Cyan toner'),
          slot(2, 'MAGENTA', 'Magenta toner'),
          slot(3, 'YELLOW', 'Yellow toner'),
          slot(4, 'BLACK', 'Black toner'),
          slot(5, 'NONE', 'Waste toner box', true),
        ]
      : [slot(1, 'BLACK', 'Black toner')],
  }));
  const found = [
    ['found-1', 'AA2J077120', 'Konica Minolta', 'bizhub C360i', 'KM-2F', '10.20.4.31', 1],
    ['found-2', null, null, null, null, '10.20.4.77', 9],
  ].map(([id, serialNumber, maker, model, name, address, hours]) => ({
    id: String(id),
    customerId: 'customer-rossi',
    serialNumber,
    maker,
    model,
    name,
    address,
    firstSeenAt: ago(80),
    lastSeenAt: ago(Number(hours)),
    dismissedAt: null as string | null,
  }));
  const rows = [
    [2, 'NEW', 'N1', 'Reception', []],
    [3, 'CHANGES', 'K1', 'Archive', []],
    [4, 'REFUSED', 'K1', 'Archive', [['serial_number', 'This serial number stands twice in the list.']]],
    [5, 'REFUSED', 'N2', 'Cellar', [['floor', 'A spreadsheet would take this text for a formula.']]],
  ].map(([line, verdict, serialNumber, name, problems]) => ({
    id: String(line),
    line,
    verdict,
    serialNumber,
    name,
    site: 'Milano',
    problems: (problems as string[][]).map(([column, message]) => ({ column, message })),
  }));
  let state = 'CHECKED';
  const list = () => ({
    __typename: 'DeviceImport',
    id: 'list-1',
    state,
    problem: null,
    encoding: 'windows-1252',
    delimiter: ';',
    digest: 'seen',
    makeSites: false,
    newRows: 1,
    changedRows: 1,
    sameRows: 0,
    refusedRows: 2,
    newSites: 0,
    rows: ({ verdict, ...page }: { verdict?: string; first?: number }) =>
      connect(
        rows.filter((row) => !verdict || row.verdict === verdict),
        page,
      ),
  });
  const answer = () => ({ __typename: 'DeviceImportSuccess', import: list() });
  const invalid = (path: string, message: string) => ({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message,
    fields: [{ path, message }],
  });
  return {
    meterKinds: [
      { code: 'total', name: 'Total' },
      { code: 'mono', name: 'Black and white' },
      { code: 'color', name: 'Colour' },
      { code: 'scan', name: 'Scans' },
    ],
    deviceModels: ({ search, ...page }: { search?: string; first?: number }) =>
      connect(
        models.filter(({ maker, model }) =>
          `${maker} ${model}`.toLowerCase().includes((search ?? '').toLowerCase()),
        ),
        page,
      ),
    deviceModel: ({ id }: { id: string }) => models.find((model) => model.id === id) ?? null,
    createDeviceModel: ({ input }: { input: { facts: Typed } }) => {
      if (!input.facts.maker) return invalid('maker', 'Maker and model need 1 to 120 characters.');
      const model = { ...input.facts, id: 'model-3', deviceCount: 0 } as unknown as (typeof models)[number];
      models.push(model);
      return { __typename: 'CreateDeviceModelSuccess', model };
    },
    updateDeviceModel: ({ input }: { input: { modelId: string; facts: Typed } }) => {
      const model = models.find(({ id }) => id === input.modelId);
      return { __typename: 'UpdateDeviceModelSuccess', model: Object.assign(model ?? {}, input.facts) };
    },
    deleteDeviceModel: ({ input }: { input: { modelId: string } }) => {
      models.splice(
        models.findIndex(({ id }) => id === input.modelId),
        1,
      );
      return { __typename: 'DeleteDeviceModelSuccess', modelId: input.modelId };
    },
    unknownDevices: ({ dismissed, ...page }: { dismissed?: boolean; first?: number }) =>
      connect(
        found.filter((each) => (each.dismissedAt !== null) === (dismissed ?? false)),
        page,
      ),
    unknownDevice: ({ id }: { id: string }) => found.find((each) => each.id === id) ?? null,
    dismissUnknownDevice: ({ input }: { input: { unknownDeviceId: string; dismissed: boolean } }) => {
      const one = found.find(({ id }) => id === input.unknownDeviceId);
      if (one) one.dismissedAt = input.dismissed ? ago(0) : null;
      return { __typename: 'DismissUnknownDeviceSuccess', unknownDevice: one };
    },
    registerDevice: ({ input }: { input: Typed }, _session: MockSession) => {
      if (input.serialNumber === '') return invalid('serialNumber', 'A value is needed here.');
      return { __typename: 'RegisterDeviceSuccess', device: { id: 'device-001', name: input.name } };
    },
    deviceImport: () => list(),
    deviceRegister: () => ({ content: 'serial_number,maker\r\n', next: null }),
    startDeviceImport: answer,
    addDeviceImportPart: answer,
    checkDeviceImport: answer,
    importDevices: () => {
      state = 'DONE';
      return answer();
    },
  };
}
