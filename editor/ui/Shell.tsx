import type { MouseEvent, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Badge } from './Chip.tsx';
import { Icon } from './Icon.tsx';
import { useNarrow } from './media.ts';
import { Tooltip } from './Tooltip.tsx';

/** A page of the rail. */
export interface NavigationPage {
  id: string;
  label: string;
  icon: string;
  href: string;
  /** What waits there; shown as a count. */
  waiting?: { count: number; label: string } | undefined;
  /** `foot`: at the lower end, for what is about Steward itself. @default 'main' */
  place?: 'main' | 'foot';
}

export interface AppShellProps {
  pages: readonly NavigationPage[];
  /** Id of the page that shows. */
  current: string | null;
  /** Goes to a page without loading the document anew. */
  onNavigate: (href: string) => void;
  /** Where the mark leads. */
  homeHref: string;
  /** At the lower end of the rail: theme, account. */
  foot?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: the rail at the left (a bar at the bottom on a phone) and the page beside it. */
export function AppShell({ pages, current, onNavigate, homeHref, foot, children }: AppShellProps) {
  const narrow = useNarrow();
  const go = (href: string) => (event: MouseEvent) => {
    // A held key means another tab or window: the browser's own business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    onNavigate(href);
  };
  const link = (page: NavigationPage) => {
    const anchor = (
      <a
        key={page.id}
        href={page.href}
        className={cx('st-rail-link', page.id === current && 'st-rail-current')}
        aria-current={page.id === current ? 'page' : undefined}
        onClick={go(page.href)}
      >
        <Icon name={page.icon} size={18} />
        <span className={narrow ? 'st-rail-label' : 'st-visually-hidden'}>{page.label}</span>
        {page.waiting && <Badge {...page.waiting} className="st-rail-badge" />}
      </a>
    );
    return narrow ? (
      anchor
    ) : (
      <Tooltip key={page.id} content={page.label} side="right" describes={false}>
        {anchor}
      </Tooltip>
    );
  };
  return (
    <div className="st-shell">
      <a className="st-skip" href="#st-page">
        Skip to the page
      </a>
      <nav className="st-rail" aria-label="Steward">
        <a className="st-rail-mark" href={homeHref} onClick={go(homeHref)} aria-label="Steward, home">
          <StewardMark />
        </a>
        {pages.filter((page) => page.place !== 'foot').map(link)}
        <span className="st-rail-space" />
        {pages.filter((page) => page.place === 'foot').map(link)}
        {foot}
      </nav>
      <main className="st-page" id="st-page" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** Steward's sign: a path that passes a gate. */
export function StewardMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M18 6.5H9.5a3.25 3.25 0 0 0 0 6.5h5a3.25 3.25 0 0 1 0 6.5H6" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="18" cy="6.5" r="2" fill="currentColor" stroke="none" />
    </svg>
  );
}
