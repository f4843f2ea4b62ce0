import { UiLink } from './link';
import classes from './page-tabs.module.css';

/** One of the pages that belong together. */
export interface PageTab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** Links between pages that belong together, below the title; each is a page with an address of its own. */
export function PageTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <UiLink
          key={tab.href}
          href={tab.href}
          className={classes.tab}
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
        </UiLink>
      ))}
    </nav>
  );
}
