import { Facts, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { personName } from '../../../shared/person-name';
import { meterName } from '../../../shared/readings/meter-name';
import type { DeviceInForm } from '../device-form-frame';
import { statedCounters } from '../stated-counters';
import { type MoveDraft, type MovePreview, isPlanned } from './move-draft';

/** Everything that will happen, before it does. */
export function ReviewStep({
  device,
  draft,
  preview,
}: {
  readonly device: DeviceInForm;
  readonly draft: MoveDraft;
  readonly preview: MovePreview;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = (site: string, floor: string, room: string) =>
    [site, floor && t('devices.floor', { floor }), room && t('devices.room', { room })]
      .filter(Boolean)
      .join(' \u00b7 ');
  const planned = isPlanned(draft, preview);
  const counters = planned ? [] : statedCounters(device.meters, draft.counters);
  const told = [
    ...preview.people.flatMap(({ userId, user }) =>
      user && draft.told.includes(userId) ? [personName(user)] : [],
    ),
    ...(draft.tellSiteContact && preview.contactEmail ? [preview.contactName ?? preview.contactEmail] : []),
  ];
  return (
    <Facts
      facts={[
        [t('move.from'), place(device.site?.name ?? '', device.floor ?? '', device.room ?? '')],
        [t('move.to'), place(draft.site.label, draft.floor, draft.room)],
        [t('move.on'), planned ? format.longDay(draft.on) : t('move.today')],
        [
          t('move.address'),
          preview.site ? `${preview.site.street}, ${preview.site.postalCode} ${preview.site.city}` : '\u2013',
        ],
        [t('devices.fact.contract'), draft.contract || preview.contractNumber || t('move.noContract')],
        [
          t('move.counters'),
          counters.length > 0
            ? counters
                .map(({ kind, value }) => `${meterName(kind, t)} ${format.number(value)}`)
                .join(' \u00b7 ')
            : t('move.lastNoted'),
        ],
        [t('move.told'), told.length > 0 ? format.list(told) : t('move.toldNobody')],
      ]}
    />
  );
}
