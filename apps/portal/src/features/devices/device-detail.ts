import type { DeviceDetailQuery } from '@platen/graphql-client';

/** A machine with everything that its page shows; parts that the viewer may not see are absent. */
export type DeviceDetail = NonNullable<DeviceDetailQuery['device']>;
