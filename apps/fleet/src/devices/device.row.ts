import type { DeviceLifecycle } from '../lifecycle/lifecycle';
import type { DeviceState } from './device-state';

/** A device as the lists and the detail read it: one joined row. */
export interface DeviceRow {
  readonly id: string;
  readonly customer_id: string;
  readonly name: string;
  readonly serial_number: string;
  readonly equipment_id: string | null;
  readonly maker: string;
  readonly model: string;
  readonly monitored: boolean;
  readonly state: DeviceState;
  readonly errors: string[];
  readonly last_seen_at: Date | null;
  readonly floor: string | null;
  readonly room: string | null;
  readonly department: string | null;
  readonly ip_address: string | null;
  readonly lifecycle: DeviceLifecycle;
  /** yyyy-mm-dd */
  readonly installed_on: string | null;
  readonly cost_centre: string | null;
  readonly contact_name: string | null;
  readonly contact_email: string | null;
  readonly contact_phone: string | null;
  readonly contract_number: string | null;
  readonly version: number;
  readonly site_id: string;
  readonly site_name: string;
  readonly street: string;
  readonly postal_code: string;
  readonly city: string;
  readonly country: string;
  /** 0 down, 1 silent, 2 low supply, 3 warning, 4 working, 5 not watched */
  readonly urgency: number;
}
