import { Button, type ButtonProps } from '@mantine/core';
import { UiLink } from '@platen/ui';
import type { ReactNode } from 'react';

/** A way to another page that looks like the act it leads to. */
export function ButtonLink({
  href,
  children,
  ...look
}: ButtonProps & { readonly href: string; readonly children: ReactNode }) {
  return (
    <Button component={UiLink} href={href} {...look}>
      {children}
    </Button>
  );
}
