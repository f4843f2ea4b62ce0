import { useQuery } from '@apollo/client/react';
import { VolumeReportDocument, type VolumeReportInput, type VolumeReportQuery } from '@platen/graphql-client';

type Answer = NonNullable<VolumeReportQuery['volumeReport']>;

/** A report as the pages show it. */
export type VolumeReportData = Extract<Answer, { __typename: 'VolumeReport' }>;

/** Asks for a report; a refusal comes in the service's own words. The last report stays while the next one comes. */
export function useVolumeReport(input: VolumeReportInput) {
  const { data, previousData, error, refetch } = useQuery(VolumeReportDocument, {
    variables: { input },
    fetchPolicy: 'cache-and-network',
  });
  const answer = (data ?? previousData)?.volumeReport;
  const report = answer?.__typename === 'VolumeReport' ? answer : undefined;
  const refusal = answer && answer.__typename !== 'VolumeReport' ? answer : undefined;
  const words =
    refusal && ('fields' in refusal ? refusal.fields.map(({ message }) => message) : [refusal.message]);
  return { report, refusal: words?.join(' '), error, refetch };
}
