import { type GraphqlContext, Public } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { BranchService } from './branch.service';
import { BranchType } from './branch.type';
import { toBranchType } from './to-branch-type';

@Resolver()
export class BranchResolver {
  constructor(private readonly branches: BranchService) {}

  @Public()
  @Query(() => BranchType, {
    description:
      "The branch of this page: the named one, else the viewer's, else one in the viewer's language.",
  })
  async branch(
    @Arg('code', () => String, { nullable: true }) code: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<BranchType> {
    const branch = await this.branches.findForPage(actor, code ?? null);
    if (!branch)
      throw new GraphQLError('There is no such branch.', { extensions: { code: 'BAD_USER_INPUT' } });
    return toBranchType(branch);
  }
}
