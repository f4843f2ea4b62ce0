import { useViewer } from '../../shared/viewer';

/** True where the viewer may add locations: who looks after a whole organisation, or the branch's machines. */
export function useMayManageLocations(): boolean {
  const { kind, rights } = useViewer();
  if (kind === 'STAFF') return rights.includes('device:manage');
  return rights.includes('equipment:manage') && rights.includes('device:all');
}
