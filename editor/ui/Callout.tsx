import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import type { Tone } from './Chip.tsx';

export interface CalloutProps {
  /** @default 'neutral' */
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** The fix beside the problem: small buttons. */
  actions?: ReactNode;
  /** Announces itself when it appears. */
  live?: boolean;
  className?: string;
}

/** Something to know or to mend, with what to do about it. */
export function Callout({ tone = 'neutral', title, children, actions, live, className }: CalloutProps) {
  return (
    <section
      className={cx('st-callout', `st-callout-${tone}`, className)}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      {title && <p className="st-callout-title">{title}</p>}
      {children && <div className="st-callout-body">{children}</div>}
      {actions && <div className="st-callout-actions">{actions}</div>}
    </section>
  );
}
