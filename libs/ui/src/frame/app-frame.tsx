import { ActionIcon } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { UiLink } from '../page/link';
import classes from './app-frame.module.css';

/** One place to go. */
export interface NavItem {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** How many there are, already in the reader's digits. */
  readonly count?: string;
  readonly current: boolean;
  /** Also in the bar at the thumb of a phone; at most four fit. */
  readonly thumb?: boolean;
  /** Heading under which it stands together with its neighbours of the same heading. */
  readonly group?: string;
}

export interface AppFrameProps {
  readonly brand: string;
  readonly homeHref: string;
  readonly items: readonly NavItem[];
  /** Who is signed in, at the foot of the navigation. */
  readonly foot?: ReactNode;
  /** Below it, smaller: role, language. */
  readonly footNote?: ReactNode;
  readonly words: {
    readonly skip: string;
    readonly navigation: string;
    readonly quickNavigation: string;
    readonly menu: string;
    readonly close: string;
  };
  /** Above every page, as long as it is true: something unusual about this session. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** Frame of every signed-in page: navigation beside it, on a phone below it and in a drawer. */
export function AppFrame({ brand, homeHref, items, foot, footNote, words, banner, children }: AppFrameProps) {
  const [drawerOpen, setDrawerOpen] = useState(false);
  const thumbItems = items.filter(({ thumb }) => thumb).slice(0, 4);
  const list = <NavList items={items} onFollow={() => setDrawerOpen(false)} />;
  const footer = (
    <div className={classes.foot}>
      <div>{foot}</div>
      <div>{footNote}</div>
    </div>
  );
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#page">
        {words.skip}
      </a>
      <nav className={classes.side} aria-label={words.navigation}>
        <div className={classes.sideBody}>
          <Brand brand={brand} href={homeHref} />
          {list}
          {footer}
        </div>
      </nav>
      <div className={classes.body}>
        {banner && <div className={classes.banner}>{banner}</div>}
        <main id="page" className={classes.page} tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav className={classes.thumbs} aria-label={words.quickNavigation}>
        {thumbItems.map((item) => (
          <UiLink key={item.key} href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon name={item.icon} size={20} />
            <span>{item.label}</span>
          </UiLink>
        ))}
        <button type="button" onClick={() => setDrawerOpen(true)} aria-haspopup="dialog">
          <Icon name="menu" size={20} />
          <span>{words.menu}</span>
        </button>
      </nav>
      <Drawer open={drawerOpen} onClose={() => setDrawerOpen(false)} label={words.navigation}>
        <div className={classes.drawerHead}>
          <Brand brand={brand} href={homeHref} />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={words.close}
            onClick={() => setDrawerOpen(false)}
          >
            <Icon name="close" />
          </ActionIcon>
        </div>
        {list}
        {footer}
      </Drawer>
    </div>
  );
}

/** The mark of the product, a platen seen from its end, and the name of whose portal it is. */
export function Brand({ brand, href }: { readonly brand: string; readonly href: string }) {
  return (
    <UiLink className={classes.brand} href={href}>
      <span className={classes.roller} aria-hidden="true" />
      <span>{brand}</span>
    </UiLink>
  );
}

function NavList({ items, onFollow }: { items: readonly NavItem[]; onFollow: () => void }) {
  return (
    <ul className={classes.list}>
      {items.map((item, index) => (
        <li key={item.key}>
          {item.group && item.group !== items[index - 1]?.group && (
            <span className={classes.group}>{item.group}</span>
          )}
          <UiLink
            className={classes.item}
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
            onClick={onFollow}
          >
            <Icon name={item.icon} />
            <span className={classes.itemLabel}>{item.label}</span>
            {item.count && <span className={classes.count}>{item.count}</span>}
          </UiLink>
        </li>
      ))}
    </ul>
  );
}

/** The browser's own dialog: it traps the focus, closes on Escape and gives the focus back. */
function Drawer(props: { open: boolean; onClose: () => void; label: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (props.open && !dialog.current?.open) dialog.current?.showModal();
    if (!props.open && dialog.current?.open) dialog.current.close();
  }, [props.open]);
  return (
    <dialog
      ref={dialog}
      className={classes.drawer}
      aria-label={props.label}
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && props.onClose()}
    >
      {/* nothing inside while closed: its links must not be found twice */}
      {props.open && <div className={classes.drawerBody}>{props.children}</div>}
    </dialog>
  );
}
