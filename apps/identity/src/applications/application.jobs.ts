import { type Locale, defineJob } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import { z } from 'zod';
import type { Letters } from '../letters/send-letter';

/** Tells the administrators of an organisation that somebody asks for an account. Of an unknown one nothing is told. */
export const announceApplication = defineJob({
  name: 'identity.announce-application',
  payload: z.object({ applicationId: z.uuid() }),
});

/** Removes what is kept of invitations and applications for longer than anybody may need it. */
export const forgetOldJoining = defineJob({ name: 'identity.forget-old-joining', payload: z.object({}) });

/** After the decision, or the end of waiting for one. Who invited whom stays with the account. */
const KEPT = '30 days';

interface Announced {
  readonly customerId: string;
  readonly branchId: string;
  readonly organisation: string;
  readonly applicant: string;
  readonly email: string;
}

interface Reader {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly locale: Locale;
}

/** The letter to everybody who can decide on it, each in his own language. */
export async function tellAdministrators(tx: Tx, letters: Letters, applicationId: string): Promise<void> {
  const [application] = await tx.query<Announced>(ANNOUNCED, [applicationId]);
  if (!application) return;
  const { customerId, branchId, organisation, applicant, email } = application;
  for (const reader of await tx.query<Reader>(ADMINISTRATORS, [customerId])) {
    await letters.send(tx, `application-received ${applicationId}`, {
      name: 'application-received',
      to: reader.email,
      firstName: reader.firstName,
      locale: reader.locale,
      branchId,
      customerId,
      values: { applicant, email, organisation },
      link: { path: '/administration/joining?tab=applications' },
    });
  }
  tx.audit({
    action: 'application.received',
    target: { kind: 'application', id: applicationId },
    by: { kind: 'anonymous', id: null },
    of: { customerId, branchId },
  });
}

export async function forgetJoining(tx: Tx): Promise<void> {
  await tx.query(FORGET_INVITATIONS);
  await tx.query(FORGET_APPLICATIONS);
}

const ANNOUNCED = `
  select application.customer_id as "customerId", application.branch_id as "branchId",
         customer.name as organisation, application.email,
         application.first_name || ' ' || application.last_name as applicant
  from application join customer on customer.id = application.customer_id
  where application.id = $1 and application.decided_at is null`;

const ADMINISTRATORS = `
  select person.id, person.email, person.first_name as "firstName", person.locale
  from user_account person join role on role.id = person.role_id
  where person.customer_id = $1 and person.deactivated_at is null and person.erased_at is null
    and person.password_hash is not null and 'user:manage' = any(role.rights || person.granted_rights)
  order by person.id`;

const FORGET_INVITATIONS = `
  delete from invitation
  where coalesce(accepted_at, revoked_at, expires_at) < now() - interval '${KEPT}'`;

const FORGET_APPLICATIONS = `
  delete from application where coalesce(decided_at, expires_at) < now() - interval '${KEPT}'`;
