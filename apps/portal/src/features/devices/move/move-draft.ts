import type { MoveDeviceInput, MovePreviewQuery } from '@platen/graphql-client';
import type { Choice } from '../../../shared/search-select';
import type { DeviceInForm } from '../device-form-frame';
import { type TypedCounters, statedCounters } from '../stated-counters';

/** The steps of a move, in their order: each shows the consequence of the one before. */
export const moveSteps = ['where', 'follows', 'counters', 'told', 'review'] as const;
export type MoveStep = (typeof moveSteps)[number];

export type MovePreview = NonNullable<MovePreviewQuery['movePreview']>;

/** What somebody decided so far. */
export interface MoveDraft {
  readonly site: Choice;
  readonly floor: string;
  readonly room: string;
  /** empty: today */
  readonly on: string;
  /** empty: its contract goes along */
  readonly contract: string;
  readonly counters: TypedCounters;
  readonly told: readonly string[];
  readonly tellSiteContact: boolean;
}

/** Where the machine stands now: what a move begins with. */
export function newMove({ site, floor, room }: DeviceInForm): MoveDraft {
  return {
    site: { value: site?.id ?? '', label: site?.name ?? '' },
    floor: floor ?? '',
    room: room ?? '',
    on: '',
    contract: '',
    counters: {},
    told: [],
    tellSiteContact: false,
  };
}

/** True where it would stand exactly where it stands. */
export function isSamePlace(device: DeviceInForm, { site, floor, room }: MoveDraft): boolean {
  const was = [device.site?.id ?? '', device.floor ?? '', device.room ?? ''];
  return [site.value, floor.trim(), room.trim()].every((value, at) => value === was[at]);
}

/** True where it moves on a day to come; its counters are not known yet. */
export function isPlanned({ on }: MoveDraft, preview: MovePreview | undefined | null): boolean {
  return Boolean(preview && on > preview.today);
}

/** The decision as the service takes it. */
export function toMove(
  device: DeviceInForm,
  draft: MoveDraft,
  planned: boolean,
): Omit<MoveDeviceInput, 'idempotencyKey'> {
  const { site, floor, room, on, contract, counters, told, tellSiteContact } = draft;
  return {
    deviceId: device.id,
    expectedVersion: device.version,
    siteId: site.value,
    floor,
    room,
    ...(on && { on }),
    ...(contract && { contractNumber: contract }),
    counters: planned ? [] : statedCounters(device.meters, counters),
    tellUserIds: [...told],
    tellSiteContact,
  };
}

/** The step that holds what the service could not accept. */
export function stepOfField(path: string): MoveStep {
  if (path.startsWith('counters')) return 'counters';
  if (path.startsWith('tellUserIds')) return 'told';
  return path === 'contractNumber' ? 'follows' : 'where';
}
