/**
 * What is stored of one person in identity, by the word under which it is exported. `$1` is the user's id. Each table
 * that names a person stands here and in `erase-person.ts`.
 */
export const myDataQueries = {
  account: `
    select person.id, person.email, person.first_name as "firstName", person.last_name as "lastName", person.phone,
           person.locale, role.name as role, role.rights as "rightsOfRole", person.granted_rights as "rightsOnTop",
           customer.number as "customerNumber", customer.name as organisation, branch.code as branch,
           person.password_hash is not null as "hasPassword", person.second_factor_since as "secondFactorSince",
           person.created_at as "createdAt", person.invited_by as "invitedByUserId",
           person.last_signed_in_at as "lastSignedInAt",
           person.notify_devices_changed as "isToldOfChangedDevices"
    from user_account person
    join role on role.id = person.role_id
    join branch on branch.id = person.branch_id
    left join customer on customer.id = person.customer_id
    where person.id = $1`,
  parts: {
    sessions: `
      select id, created_at as "startedAt", last_used_at as "lastUsedAt", expires_at as "expiresAt",
             ended_at as "endedAt", address, user_agent as "userAgent", viewed_by as "viewedByUserId"
      from session where user_id = $1 order by created_at`,
    secondFactors: `
      select 'authenticator app' as kind, null as name, created_at as "createdAt", null as "lastUsedAt"
      from authenticator_app where user_id = $1 and confirmed_at is not null
      union all
      select 'passkey', name, created_at, last_used_at from passkey where user_id = $1
      order by "createdAt"`,
    recoveryCodes: `
      select created_at as "createdAt", used_at as "usedAt" from recovery_code where user_id = $1 order by id`,
    consents: `
      select given, version, said_at as "saidAt" from consent where user_id = $1 order by id`,
    invitations: `
      select created_at as "invitedAt", accepted_at as "acceptedAt", locale, invited_by as "invitedByUserId"
      from invitation where user_id = $1 order by id`,
    applications: `
      select email, first_name as "firstName", last_name as "lastName", phone, message, created_at as "appliedAt",
             decided_at as "decidedAt", decision, decided_by as "decidedByUserId"
      from application where id in (select application_id from invitation where user_id = $1) order by id`,
    noticesWaiting: `
      select added, removed, created_at as "since" from device_notice where user_id = $1`,
    links: `
      select purpose, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt",
             revoked_at as "revokedAt", facts
      from one_time_token where user_id = $1 order by id`,
  },
  /** `$1` is the hash of the address */
  mails: `
    select template, created_at as "createdAt", sent_at as "sentAt", refused_at as "refusedAt"
    from mail where encode(sha256(convert_to(lower(recipient), 'UTF8')), 'hex') = $1 order by id`,
} as const;
