import type { UiLinkProps } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

/** A plain click stays in the page; with a modifier, another button or a target the browser does its own thing. */
function staysHere(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, button, defaultPrevented } = event;
  return !(defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || button !== 0);
}

/** How libs/ui's links are followed here: by the router, and with the page's code fetched on the way to the click. */
export function RouterLink({ onClick, ...props }: UiLinkProps) {
  const router = useRouter();
  const preload = () => {
    void router.preloadRoute({ to: props.href.split('?')[0] }).catch(() => undefined);
  };
  return (
    <a
      {...props}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={(event) => {
        onClick?.(event);
        if (!staysHere(event)) return;
        event.preventDefault();
        router.history.push(props.href);
      }}
    />
  );
}
