import type { Locale } from '@platen/contracts';
import type { Result } from '@platen/kernel';
import { InvalidInputError } from '@platen/platform';
import type { BranchPreview, BranchSettingsService } from './branch-settings.service';
import type { BranchSettingsType } from './branch-settings.type';
import type { BranchVersion } from './branch-version';
import type { VersionConflict, VersionNotFound } from './branch.errors';
import {
  PresentBranchSettingsType,
  PreviewBranchSettingsSuccess,
  RestoreBranchVersionSuccess,
  UpdateBranchSettingsSuccess,
  VersionConflictError,
  VersionNotFoundError,
} from './change-branch-settings.type';
import { toGroups } from './grouped-settings';
import type { InvalidSettings } from './settings-faults';
import { settingsMessage } from './settings-message';

/** The settings that stand, for the graph. */
export function toPresentSettings({ version, changedAt, changedByName, settings }: BranchVersion) {
  const groups = toGroups(settings) as BranchSettingsType;
  return Object.assign(new PresentBranchSettingsType(), {
    version,
    changedAt,
    changedByName,
    settings: groups,
  });
}

/** The outcome of a change, in the reader's language. */
export function toUpdateResult(
  outcome: Awaited<ReturnType<BranchSettingsService['update']>>,
  locale: Locale,
) {
  if (!outcome.ok) return toRefusal(outcome.failure, locale);
  return Object.assign(new UpdateBranchSettingsSuccess(), { present: toPresentSettings(outcome.value) });
}

/** The outcome of bringing a version back, in the reader's language. */
export function toRestoreResult(
  outcome: Awaited<ReturnType<BranchSettingsService['restore']>>,
  locale: Locale,
) {
  if (outcome.ok)
    return Object.assign(new RestoreBranchVersionSuccess(), { present: toPresentSettings(outcome.value) });
  const { failure } = outcome;
  if (failure.code !== 'VERSION_NOT_FOUND') return toRefusal(failure, locale);
  return notFound(failure, locale);
}

/** What settings would do, or why they cannot be stored, in the reader's language. */
export function toPreviewResult(outcome: Result<BranchPreview, InvalidSettings>, locale: Locale) {
  if (!outcome.ok) return toInvalidInput(outcome.failure, locale);
  const warnings = outcome.value.warnings.map(({ path, warning }) => ({
    path,
    message: settingsMessage(locale, warning, { contrast: outcome.value.brandContrast }),
  }));
  return Object.assign(new PreviewBranchSettingsSuccess(), outcome.value, { warnings });
}

function toRefusal(failure: InvalidSettings | VersionConflict, locale: Locale) {
  if (failure.code === 'INVALID_INPUT') return toInvalidInput(failure, locale);
  return Object.assign(new VersionConflictError(), failure, {
    message: settingsMessage(locale, 'versionConflict', { name: failure.changedByName ?? 'Platen' }),
  });
}

function notFound({ code }: VersionNotFound, locale: Locale) {
  return Object.assign(new VersionNotFoundError(), {
    code,
    message: settingsMessage(locale, 'versionNotFound'),
  });
}

function toInvalidInput({ code, fields }: InvalidSettings, locale: Locale) {
  return Object.assign(new InvalidInputError(), {
    code,
    message: settingsMessage(locale, 'invalid'),
    fields: fields.map(({ path, problem, limit }) => ({
      path,
      message: settingsMessage(locale, problem, limit === undefined ? {} : { limit }),
    })),
  });
}
