import type { Locale } from '@platen/contracts';
import { Authorized, type GraphqlContext, Public } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { tooManyAttempts } from '../account/refusals';
import { message } from '../messages/message';
import type { CollectorAccessFacts, EnrolmentService } from './enrolment.service';
import {
  CollectorAccess,
  CollectorNotFoundError,
  CollectorOfFleet,
  EnrolCollectorInput,
  EnrolCollectorResult,
  EnrolCollectorSuccess,
  EnrolmentCodeInvalidError,
  IssueCollectorCodeInput,
  IssueCollectorCodeResult,
  IssueCollectorCodeSuccess,
  RevokeCollectorInput,
  RevokeCollectorResult,
  RevokeCollectorSuccess,
} from './enrolment.type';

/** How collectors get in (R65). */
@Resolver(() => CollectorOfFleet)
export class EnrolmentResolver {
  constructor(private readonly enrolment: EnrolmentService) {}

  @Authorized('collector:manage')
  @FieldResolver(() => CollectorAccess, {
    nullable: true,
    description: 'Null where you do not look after it.',
  })
  access(
    @Root() collector: CollectorOfFleet,
    @Ctx() context: GraphqlContext,
  ): Promise<CollectorAccessFacts | null> {
    return context
      .loader(
        'identity.collector-access',
        () =>
          new DataLoader<string, CollectorAccessFacts | null>((ids) =>
            this.enrolment.accessOf(context.actor, ids),
          ),
      )
      .load(collector.id);
  }

  @Authorized('collector:manage')
  @Mutation(() => IssueCollectorCodeResult, {
    description: 'Makes a one-time code for an installation; a key that the collector has ends at once.',
  })
  async issueCollectorCode(
    @Arg('input') { collectorId }: IssueCollectorCodeInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof IssueCollectorCodeResult> {
    const issued = await this.enrolment.issue(actor, collectorId);
    if (!issued.ok) return notFound(actor.locale);
    return Object.assign(new IssueCollectorCodeSuccess(), {
      collector: { id: collectorId },
      ...issued.value,
    });
  }

  @Authorized('collector:manage')
  @Mutation(() => RevokeCollectorResult, { description: "Ends a collector's key and code at once." })
  async revokeCollector(
    @Arg('input') { collectorId }: RevokeCollectorInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof RevokeCollectorResult> {
    const revoked = await this.enrolment.revoke(actor, collectorId);
    if (!revoked.ok) return notFound(actor.locale);
    return Object.assign(new RevokeCollectorSuccess(), { collector: { id: collectorId } });
  }

  @Public()
  @Mutation(() => EnrolCollectorResult, { description: 'Exchanges a one-time code for a key, once.' })
  async enrolCollector(
    @Arg('input') { code }: EnrolCollectorInput,
    @Ctx() { actor, clientAddress }: GraphqlContext,
  ): Promise<typeof EnrolCollectorResult> {
    const enrolled = await this.enrolment.enrol(actor, code, clientAddress);
    if (enrolled.ok) return Object.assign(new EnrolCollectorSuccess(), enrolled.value);
    const { failure } = enrolled;
    if (failure.code !== 'ENROLMENT_CODE_INVALID') return tooManyAttempts(actor.locale, failure);
    return Object.assign(new EnrolmentCodeInvalidError(), {
      code: failure.code,
      message: message(actor.locale, failure.code),
    });
  }
}

function notFound(locale: Locale): CollectorNotFoundError {
  const code = 'COLLECTOR_NOT_FOUND';
  return Object.assign(new CollectorNotFoundError(), { code, message: message(locale, code) });
}
