import { Authorized, type Connection, type GraphqlContext, pageOf } from '@platen/platform';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { answersOf, toAcknowledgeResult, toExported } from './meter-export.mapping';
import { MeterExportStateEnum } from '../hand-ins/hand-in.type';
import { MeterExportService } from './meter-export.service';
import {
  AcknowledgeMeterHandInsInput,
  AcknowledgeMeterHandInsResult,
  type ExportedMeterHandIn,
  ExportedMeterHandInConnection,
} from './meter-export.type';
import type { ExportState } from './settle';

/** The door through which handed-in counters go into the ERP (R63). */
@Resolver()
export class MeterExportResolver {
  constructor(private readonly service: MeterExportService) {}

  @Authorized('meter:book')
  @Query(() => ExportedMeterHandInConnection, {
    nullable: true,
    description:
      'Handed-in counters in the order of the books. Keep the last cursor: what comes later stands behind it, always.',
  })
  async meterHandIns(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('state', () => MeterExportStateEnum, { nullable: true }) state?: ExportState | null,
  ): Promise<Connection<ExportedMeterHandIn>> {
    const found = await this.service.list(actor, state ?? null, pageOf(first, after, 1));
    return { ...found, edges: found.edges.map(({ cursor, node }) => ({ cursor, node: toExported(node) })) };
  }

  @Authorized('meter:book')
  @Mutation(() => AcknowledgeMeterHandInsResult, {
    description: 'Says what became of hand-ins in the books. The same answer again changes nothing.',
  })
  async acknowledgeMeterHandIns(
    @Arg('input', () => AcknowledgeMeterHandInsInput) input: AcknowledgeMeterHandInsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof AcknowledgeMeterHandInsResult> {
    const answers = answersOf(input, actor.locale);
    if (!answers.ok) return answers.failure;
    return toAcknowledgeResult(input, await this.service.acknowledge(actor, answers.value), actor.locale);
  }
}
