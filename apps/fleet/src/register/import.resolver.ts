import type { Locale } from '@platen/contracts';
import type { Result } from '@platen/kernel';
import {
  Authorized,
  type Connection,
  type GraphqlContext,
  IdempotencyConflictError,
  InvalidInputError,
  pageOf,
} from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { KEY_LENGTH } from '../devices/device-place';
import { message } from '../messages/message';
import { OrganisationNotFoundError } from '../sites/change-sites.type';
import { DeviceImportService, type ImportRow } from './import.service';
import {
  AddDeviceImportPartInput,
  AddDeviceImportPartResult,
  CheckDeviceImportInput,
  CheckDeviceImportResult,
  DeviceImport,
  DeviceImportNotFoundError,
  DeviceImportOutdatedError,
  DeviceImportRow,
  DeviceImportRowConnection,
  DeviceImportSuccess,
  ImportDevicesInput,
  ImportDevicesResult,
  RowVerdictEnum,
  StartDeviceImportInput,
  StartDeviceImportResult,
} from './import.type';
import type { RowVerdict } from './judge-rows';

type Failure = Extract<
  Awaited<ReturnType<DeviceImportService['start' | 'addPart' | 'check' | 'import']>>,
  { ok: false }
>['failure'];

/** Lists of machines: sent, checked, seen, imported. */
@Resolver(() => DeviceImport)
export class DeviceImportResolver {
  constructor(private readonly imports: DeviceImportService) {}

  @Authorized('device:manage')
  @Query(() => DeviceImport, { nullable: true, description: 'Null for an unknown or forgotten one.' })
  deviceImport(
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphqlContext,
  ): Promise<DeviceImport | null> {
    return this.find(context, id);
  }

  @FieldResolver(() => DeviceImportRowConnection, { description: 'Its rows as they were judged.' })
  async rows(
    @Root() { id }: DeviceImport,
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('verdict', () => RowVerdictEnum, { nullable: true }) verdict?: RowVerdict | null,
  ): Promise<Connection<DeviceImportRow>> {
    const page = pageOf(first, after, 1);
    if (page.after && !/^\d{1,9}$/.test(page.after[0] ?? ''))
      throw new GraphQLError('after is not a cursor of this list.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const rows = await this.imports.rows(actor, id, verdict ?? null, page);
    const edges = rows.edges.map(({ cursor, node }) => ({
      cursor,
      node: {
        ...node,
        problems: node.problems.map(({ column, problem, max = 0 }) => ({
          column,
          message: message(actor.locale, problem, { max }),
        })),
      },
    }));
    return { ...rows, edges };
  }

  @Authorized('device:manage')
  @Mutation(() => StartDeviceImportResult, { description: 'Begins a list for an organisation.' })
  startDeviceImport(
    @Arg('input') input: StartDeviceImportInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof StartDeviceImportResult> {
    return this.answer<typeof StartDeviceImportResult>(context, this.imports.start(context.actor, input));
  }

  @Authorized('device:manage')
  @Mutation(() => AddDeviceImportPartResult, { description: 'Sends a part of the file.' })
  addDeviceImportPart(
    @Arg('input') { importId, part, content }: AddDeviceImportPartInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof AddDeviceImportPartResult> {
    const bytes = Buffer.from(content, 'base64');
    return this.answer<typeof AddDeviceImportPartResult>(
      context,
      this.imports.addPart(context.actor, { importId, part, bytes }),
    );
  }

  @Authorized('device:manage')
  @Mutation(() => CheckDeviceImportResult, {
    description: 'Judges each row; nothing is written yet. Ask for the import until it is CHECKED.',
  })
  checkDeviceImport(
    @Arg('input') input: CheckDeviceImportInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CheckDeviceImportResult> {
    return this.answer<typeof CheckDeviceImportResult>(context, this.imports.check(context.actor, input));
  }

  @Authorized('device:manage')
  @Mutation(() => ImportDevicesResult, {
    description: 'Writes all good rows, or none. Ask for the import until it is DONE.',
  })
  importDevices(
    @Arg('input') input: ImportDevicesInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ImportDevicesResult> {
    return this.answer<typeof ImportDevicesResult>(context, this.imports.import(context.actor, input));
  }

  /** The list as it is now, or why nothing happened, as a member of the mutation's union. */
  private async answer<Union>(
    context: GraphqlContext,
    outcome: Promise<Result<{ readonly importId: string }, Failure>>,
  ): Promise<Union> {
    const done = await outcome;
    const { locale } = context.actor;
    if (!done.ok) return toError(done.failure, locale) as Union;
    const list = await this.find(context, done.value.importId);
    return (
      list
        ? Object.assign(new DeviceImportSuccess(), { import: list })
        : toError({ code: 'IMPORT_NOT_FOUND' }, locale)
    ) as Union;
  }

  private async find({ actor }: GraphqlContext, id: string): Promise<DeviceImport | null> {
    const row = await this.imports.find(actor, id);
    return row && { ...row, problem: row.problem && problemWords(row, actor.locale) };
  }
}

/** `code` or `code details`, in words. */
function problemWords({ problem }: ImportRow, locale: Locale): string {
  const [code = '', ...details] = (problem ?? '').split(' ');
  return message(locale, code as 'fileEmpty', { columns: details.join(' '), max: '50 000' });
}

function toError(failure: Failure, locale: Locale) {
  switch (failure.code) {
    case 'CUSTOMER_NOT_FOUND':
      return Object.assign(new OrganisationNotFoundError(), {
        code: failure.code,
        message: message(locale, 'customerNotFound'),
      });
    case 'IMPORT_NOT_FOUND':
      return Object.assign(new DeviceImportNotFoundError(), {
        code: failure.code,
        message: message(locale, 'importNotFound'),
      });
    case 'IMPORT_OUTDATED':
      return Object.assign(new DeviceImportOutdatedError(), {
        code: failure.code,
        message: message(locale, 'importOutdated'),
      });
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), {
        code: failure.code,
        message: message(locale, 'idempotencyConflict'),
      });
    case 'INVALID_INPUT':
      return Object.assign(new InvalidInputError(), {
        code: failure.code,
        message: message(locale, 'invalidInput'),
        fields: failure.fields.map(({ path, problem }) => ({
          path,
          message: message(locale, problem, KEY_LENGTH),
        })),
      });
  }
}
