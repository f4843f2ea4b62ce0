import { useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { DeviceChoicesDocument, GroupChoicesDocument, SitesDocument } from '@platen/graphql-client';
import { FilterBar, Icon } from '@platen/ui';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { CustomerChoice } from '../../shared/customer-choice';
import { useSearchText } from '../../shared/use-search-text';
import { type DeviceListSearch, deviceStates, deviceUses, parseDeviceListSearch } from './device-list-search';
import { useSlashKey } from './use-slash-key';

/** Most sites and groups that the filters offer; with more the search is the way. */
const offered = 100;

/** Filters of the machines list; each change goes to the URL. */
export function DeviceFilters({
  search,
  onChange,
}: {
  readonly search: DeviceListSearch;
  readonly onChange: (next: DeviceListSearch) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(SitesDocument, { variables: { first: offered } });
  const groups = nodesOf(
    useQuery(GroupChoicesDocument, { variables: { first: offered } }).data?.deviceGroups,
  );
  const departments = useQuery(DeviceChoicesDocument).data?.deviceChoices?.departments ?? [];
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);
  const sites = nodesOf(data?.sites) ?? [];
  const toUrl = useCallback((text: string) => onChange({ ...search, search: text }), [onChange, search]);
  const [text, setText] = useSearchText(search.search ?? '', toUrl);
  // a tile of the overview filters by attention, the select by state: one of them at a time
  const choose = (value: string) => {
    const [attention, state] =
      value === 'LOW_SUPPLY' || value === 'ANY' ? [value, undefined] : [undefined, value];
    onChange(parseDeviceListSearch({ ...search, attention, state }));
  };

  return (
    <FilterBar label={t('list.filters')}>
      <TextInput
        label={t('devices.filter.search')}
        ref={field}
        type="search"
        maxLength={100}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('devices.filter.state')}
        value={search.state ?? search.attention ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('devices.filter.anyState') },
          { value: 'ANY', label: t('devices.attention.ANY') },
          { value: 'LOW_SUPPLY', label: t('devices.attention.LOW_SUPPLY') },
          ...deviceStates.map((state) => ({ value: state, label: t(`devices.state.${state}`) })),
        ]}
      />
      <CustomerChoice
        label={t('devices.filter.customer')}
        any={t('devices.filter.anyCustomer')}
        value={search.customer ?? ''}
        onChange={(customer) => onChange(parseDeviceListSearch({ ...search, customer }))}
      />
      <NativeSelect
        label={t('devices.filter.site')}
        value={search.site ?? ''}
        onChange={(event) => onChange({ ...search, site: event.currentTarget.value })}
        data={[
          { value: '', label: t('devices.filter.anySite') },
          ...sites.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {groups && groups.length > 0 && (
        <NativeSelect
          label={t('devices.filter.group')}
          value={search.group ?? ''}
          onChange={(event) => onChange({ ...search, group: event.currentTarget.value })}
          data={[
            { value: '', label: t('devices.filter.anyGroup') },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {departments.length > 0 && (
        <NativeSelect
          label={t('devices.filter.department')}
          value={search.department ?? ''}
          onChange={(event) => onChange({ ...search, department: event.currentTarget.value })}
          data={[{ value: '', label: t('devices.filter.anyDepartment') }, ...departments]}
        />
      )}
      <NativeSelect
        label={t('devices.filter.use')}
        value={search.use ?? ''}
        onChange={(event) => onChange(parseDeviceListSearch({ ...search, use: event.currentTarget.value }))}
        data={[
          { value: '', label: t('devices.filter.anyUse') },
          ...deviceUses.map((use) => ({ value: use, label: t(`devices.use.${use}`) })),
        ]}
      />
      <NativeSelect
        label={t('devices.filter.monitored')}
        value={search.monitored ?? ''}
        onChange={(event) =>
          onChange(parseDeviceListSearch({ ...search, monitored: event.currentTarget.value }))
        }
        data={[
          { value: '', label: t('devices.filter.monitoredOrNot') },
          { value: 'yes', label: t('devices.filter.monitoredYes') },
          { value: 'no', label: t('devices.filter.monitoredNo') },
        ]}
      />
    </FilterBar>
  );
}
