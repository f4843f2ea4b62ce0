import { type Actor, IdempotencyConflictError, type InvalidInputError } from '@platen/platform';
import { message } from '../messages/message';
import { invalidInput } from '../users/invalid-input';
import type { KeyEnded, KeyInputInvalid, KeyNotFound, KeyRightsNotHeld } from './key.errors';
import { canRenew } from './key.policy';
import type { Key } from './key.row';
import type { KeyService } from './key.service';
import {
  type CreatePartnerKeyResult,
  CreatePartnerKeySuccess,
  PartnerKeyEndedError,
  PartnerKeyNotFoundError,
  PartnerKeyRightsNotHeldError,
  type PartnerKeyType,
  type RevokePartnerKeyResult,
  RevokePartnerKeySuccess,
  type RotatePartnerKeyResult,
  RotatePartnerKeySuccess,
} from './key.type';

type Outcome<Method extends 'create' | 'rotate' | 'revoke'> = Awaited<ReturnType<KeyService[Method]>>;

/** A key as its type shows it to this actor. */
export function toPartnerKey(key: Key, actor: Actor): PartnerKeyType {
  const { kind, rights, branchId: _branch, replacedBy: _successor, ...shown } = key;
  const live = key.state === 'ACTIVE' || key.state === 'REPLACED';
  return {
    ...shown,
    kind: kind.toUpperCase(),
    scopes: rights,
    viewerCanRotate: key.state === 'ACTIVE' && key.kind !== 'collector' && canRenew(actor, key),
    viewerCanRevoke: live,
  };
}

export function toCreateResult(outcome: Outcome<'create'>, actor: Actor): typeof CreatePartnerKeyResult {
  if (!outcome.ok) return failureOf(outcome.failure, actor);
  const { key, secret } = outcome.value;
  return Object.assign(new CreatePartnerKeySuccess(), { key: toPartnerKey(key, actor), secret });
}

export function toRotateResult(outcome: Outcome<'rotate'>, actor: Actor): typeof RotatePartnerKeyResult {
  if (!outcome.ok) return failureOf(outcome.failure, actor);
  const { key, secret, replaced } = outcome.value;
  return Object.assign(new RotatePartnerKeySuccess(), {
    key: toPartnerKey(key, actor),
    secret,
    replaced: toPartnerKey(replaced, actor),
  });
}

export function toRevokeResult(outcome: Outcome<'revoke'>, actor: Actor): typeof RevokePartnerKeyResult {
  if (!outcome.ok) return failureOf(outcome.failure, actor);
  return Object.assign(new RevokePartnerKeySuccess(), { key: toPartnerKey(outcome.value, actor) });
}

type Failure = KeyNotFound | KeyEnded | KeyRightsNotHeld | KeyInputInvalid | { code: 'IDEMPOTENCY_CONFLICT' };

interface FailureTypes {
  readonly KEY_NOT_FOUND: PartnerKeyNotFoundError;
  readonly KEY_ENDED: PartnerKeyEndedError;
  readonly KEY_RIGHTS_NOT_HELD: PartnerKeyRightsNotHeldError;
  readonly IDEMPOTENCY_CONFLICT: IdempotencyConflictError;
  readonly INVALID_INPUT: InvalidInputError;
}

const errorTypes = {
  KEY_NOT_FOUND: PartnerKeyNotFoundError,
  KEY_ENDED: PartnerKeyEndedError,
  KEY_RIGHTS_NOT_HELD: PartnerKeyRightsNotHeldError,
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError,
} as const;

/** A refusal in the reader's language. */
function failureOf<F extends Failure>(failure: F, { locale }: Actor): FailureTypes[F['code']];
function failureOf(failure: Failure, { locale }: Actor): FailureTypes[keyof FailureTypes] {
  const { code } = failure;
  if (code === 'INVALID_INPUT') return invalidInput(locale, failure.fields);
  return Object.assign(new errorTypes[code](), { code, message: message(locale, code) });
}
