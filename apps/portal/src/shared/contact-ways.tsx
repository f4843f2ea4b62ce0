import type { BranchOfPageFragment } from '@platen/graphql-client';
import { Fragment } from 'react';

type Contact = Pick<BranchOfPageFragment['contacts'][number], 'phone' | 'mail' | 'hours'>;

/** Telephone, mail and hours of a desk, as links that a phone can follow. */
export function ContactWays({ contact }: { readonly contact: Contact }) {
  const { phone, mail, hours } = contact;
  const ways = [
    phone && <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>,
    mail && <a href={`mailto:${mail}`}>{mail}</a>,
    hours && <span>{hours}</span>,
  ].filter(Boolean);
  return ways.map((way, index) => (
    // the order of ways never changes
    <Fragment key={index}>
      {index > 0 && ' · '}
      {way}
    </Fragment>
  ));
}
