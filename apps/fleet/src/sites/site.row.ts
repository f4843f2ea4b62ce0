/** A place as its statements read it. */
export interface SiteRow {
  readonly id: string;
  readonly customer_id: string;
  readonly name: string;
  readonly street: string;
  readonly postal_code: string;
  readonly city: string;
  readonly country: string;
  readonly delivery_contact_name: string | null;
  readonly delivery_contact_email: string | null;
  readonly delivery_contact_phone: string | null;
  readonly delivery_instructions: string | null;
  readonly closed_at: Date | null;
}

export const SITE_COLUMNS = `s.id, s.customer_id, s.name, s.street, s.postal_code, s.city, s.country,
  s.delivery_contact_name, s.delivery_contact_email, s.delivery_contact_phone, s.delivery_instructions, s.closed_at`;
