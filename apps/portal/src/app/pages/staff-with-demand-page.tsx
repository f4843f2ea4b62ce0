import { SecondFactorSection } from '../../features/organisation/second-factor-section';
import { StaffPage } from '../../features/staff/staff-page';

/** The branch's own people, and whether they need a second factor; the section shows itself to who decides that. */
export function StaffWithDemandPage() {
  return <StaffPage demand={<SecondFactorSection staff />} />;
}
