import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { invalidInput } from '../users/invalid-input';
import {
  MyAccountType,
  UpdateMyNoticesInput,
  UpdateMyNoticesResult,
  UpdateMyNoticesSuccess,
  UpdateMyProfileInput,
  UpdateMyProfileResult,
  UpdateMyProfileSuccess,
} from './my-account.type';
import type { MyAccount, ProfileService } from './profile.service';

@Resolver()
export class ProfileResolver {
  constructor(private readonly profiles: ProfileService) {}

  @Authorized()
  @Query(() => MyAccountType, {
    nullable: true,
    description: 'Null for a system, and for who looks through the eyes of somebody else.',
  })
  myAccount(@Ctx() { actor }: GraphqlContext): Promise<MyAccount | null> {
    return this.profiles.find(actor);
  }

  @Authorized()
  @Mutation(() => UpdateMyNoticesResult)
  async updateMyNotices(
    @Arg('input') { devicesChanged }: UpdateMyNoticesInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateMyNoticesResult> {
    await this.profiles.tellDevicesChanged(actor, devicesChanged);
    return Object.assign(new UpdateMyNoticesSuccess(), { devicesChanged });
  }

  @Authorized()
  @Mutation(() => UpdateMyProfileResult)
  async updateMyProfile(
    @Arg('input') input: UpdateMyProfileInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof UpdateMyProfileResult> {
    const result = await this.profiles.update(actor, input);
    if (result.ok) return Object.assign(new UpdateMyProfileSuccess(), { user: result.value });
    return invalidInput(actor.locale, result.failure.problems);
  }
}
