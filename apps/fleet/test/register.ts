import { randomUUID } from 'node:crypto';
import { type Actor, system } from '@platen/platform';
import { registrar, rossi } from './actors';
import type { useFleet } from './use-fleet';

const ANSWER = `__typename ... on DeviceImportSuccess { import { id state digest } }
  ... on InvalidInputError { fields { path message } } ... on UserError { code message }`;
const START = `mutation ($input: StartDeviceImportInput!) { startDeviceImport(input: $input) { ${ANSWER} } }`;
const PART = `mutation ($input: AddDeviceImportPartInput!) { addDeviceImportPart(input: $input) { ${ANSWER} } }`;
const CHECK = `mutation ($input: CheckDeviceImportInput!) { checkDeviceImport(input: $input) { ${ANSWER} } }`;
const IMPORT = `mutation ($input: ImportDevicesInput!) { importDevices(input: $input) { ${ANSWER} } }`;
const LOOK = `query ($id: ID!, $first: Int, $after: String, $verdict: DeviceRowVerdict) { deviceImport(id: $id) {
  id state problem encoding delimiter digest newRows changedRows sameRows refusedRows newSites
  rows(first: $first, after: $after, verdict: $verdict) { pageInfo { hasNextPage endCursor }
    edges { node { line verdict serialNumber name site problems { column message } } } } } }`;
const REGISTER = `mutation ($input: RegisterDeviceInput!) { registerDevice(input: $input) { __typename
  ... on RegisterDeviceSuccess { device { id name serialNumber site { id } } }
  ... on SerialTakenError { deviceId }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const PIECE = `query ($customerId: ID!, $after: ID) { deviceRegister(customerId: $customerId, after: $after) {
  content next } }`;

export interface Looked {
  readonly id: string;
  readonly state: string;
  readonly problem: string | null;
  readonly encoding: string | null;
  readonly digest: string;
  readonly newRows: number;
  readonly changedRows: number;
  readonly sameRows: number;
  readonly refusedRows: number;
  readonly newSites: number;
  readonly rows: {
    readonly pageInfo: { readonly endCursor: string };
    readonly edges: {
      readonly node: {
        readonly line: number;
        readonly verdict: string;
        readonly serialNumber: string;
        readonly problems: { readonly column: string; readonly message: string }[];
      };
    }[];
  };
}
type Answer = Record<string, unknown> & {
  readonly __typename: string;
  readonly import: { readonly id: string; readonly state: string };
};

/** Bytes of one part, as the portal sends them. */
const PART_BYTES = 150 * 1024;

/** Registers machines of a file's fleet as staff would, one by one and by lists. */
export function registerOf(fleet: Pick<ReturnType<typeof useFleet>, 'data' | 'app'>) {
  const act =
    (field: string, document: string) =>
    async (input: Record<string, unknown>, actor: Actor = registrar) =>
      (await fleet.data<Record<string, Answer>>(actor, document, { input }))[field] as Answer;
  const start = act('startDeviceImport', START);
  const addPart = act('addDeviceImportPart', PART);
  const check = act('checkDeviceImport', CHECK);
  const confirm = act('importDevices', IMPORT);
  const run = (job: 'runCheck' | 'runImport', importId: string) =>
    fleet.app().platform.work.write(system('test'), (tx) => fleet.app().imports[job](tx, { importId }));
  const look = async (id: string, variables: Record<string, unknown> = {}, actor: Actor = registrar) =>
    (await fleet.data<{ deviceImport: Looked }>(actor, LOOK, { id, ...variables })).deviceImport;
  const upload = async (content: string | Buffer, customerId = rossi) => {
    const begun = await start({ idempotencyKey: randomUUID(), customerId });
    const bytes = Buffer.from(content);
    for (let part = 0; part * PART_BYTES < bytes.length; part++) {
      const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      await addPart({ importId: begun.import.id, part, content: piece.toString('base64') });
    }
    return begun.import.id;
  };
  const checked = async (importId: string, makeSites = false) => {
    await check({ importId, makeSites });
    await run('runCheck', importId);
    return look(importId);
  };
  return {
    start,
    addPart,
    check,
    confirm,
    run,
    look,
    upload,
    checked,
    /** a list from file to result */
    take: async (content: string | Buffer, makeSites = false) => {
      const importId = await upload(content);
      const { digest } = await checked(importId, makeSites);
      await confirm({ importId, digest });
      await run('runImport', importId);
      return look(importId);
    },
    register: act('registerDevice', REGISTER),
    /** the whole register as a file */
    written: async (customerId: string, actor: Actor = registrar) => {
      let [content, after]: [string, string | null] = ['', null];
      do {
        const { deviceRegister }: { deviceRegister: { content: string; next: string | null } } =
          await fleet.data(actor, PIECE, { customerId, after });
        content += deviceRegister.content;
        after = deviceRegister.next;
      } while (after !== null);
      return content;
    },
  };
}
