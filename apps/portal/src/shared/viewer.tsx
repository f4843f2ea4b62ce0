import type { ViewerQuery } from '@platen/graphql-client';
import { createContext, type ReactNode, useContext } from 'react';

/** Who is signed in, as the gateway says. */
export type Viewer = ViewerQuery['viewer'];

/** Rights that decide what the portal shows. The services check them again, whatever is shown here. */
export type Right =
  | 'device:read'
  | 'device:all'
  | 'order:read'
  | 'order:place'
  | 'order:approve'
  | 'order:manage'
  | 'catalogue:manage'
  | 'ticket:read'
  | 'meter:read'
  | 'meter:submit'
  | 'meter:manage'
  | 'report:read'
  | 'invoice:read'
  | 'equipment:manage'
  | 'device:manage'
  | 'collector:manage'
  | 'user:manage'
  | 'key:manage'
  | 'audit:read'
  | 'customer:read'
  | 'customer:manage'
  | 'branch:manage'
  | 'staff:manage';

const Context = createContext<Viewer | undefined>(undefined);

/** Tells the pages below who is signed in. */
export function ViewerProvider({
  viewer,
  children,
}: {
  readonly viewer: Viewer;
  readonly children: ReactNode;
}) {
  return <Context value={viewer}>{children}</Context>;
}

/**
 * The signed-in viewer.
 * @throws Error outside the signed-in part of the portal, which is a mistake in the routes
 */
export function useViewer(): Viewer {
  const viewer = useContext(Context);
  if (!viewer) throw new Error('useViewer needs a ViewerProvider above it');
  return viewer;
}

/** Whether the viewer holds a right. */
export function useRight(right: Right): boolean {
  return useViewer().rights.includes(right);
}
