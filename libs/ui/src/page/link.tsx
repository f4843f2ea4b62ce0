import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
} from 'react';

export type UiLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

const Context = createContext<ComponentType<UiLinkProps>>((props) => <a {...props} />);

/** Tells the components below how the application follows a link (its router), so that they need none. */
export function LinkProvider({
  component,
  children,
}: {
  readonly component: ComponentType<UiLinkProps>;
  readonly children: ReactNode;
}) {
  return <Context value={component}>{children}</Context>;
}

/** A link inside the application. */
export function UiLink(props: UiLinkProps) {
  const Component = useContext(Context);
  return <Component {...props} />;
}
