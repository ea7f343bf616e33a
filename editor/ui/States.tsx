import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  icon: string;
  /** What would be here: "No journeys yet". */
  title: string;
  /** What it is for and how the first one comes about. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Tighter, for a panel. */
  compact?: boolean;
}

/** The place of a list that has nothing in it: says why, and what to do. */
export function EmptyState({ icon, title, children, actions, compact }: EmptyStateProps) {
  return (
    <div className={cx('st-state', compact && 'st-state-compact')}>
      <span className="st-state-icon">
        <Icon name={icon} size={compact ? 18 : 22} />
      </span>
      <h2>{title}</h2>
      {children && <div className="st-state-body">{children}</div>}
      {actions && <div className="st-state-actions">{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  /** What could not be done: "The journeys could not be loaded". */
  title: string;
  /** Why, and what to do. Never a stack trace. */
  children?: ReactNode;
  onRetry?: () => void;
  busy?: boolean;
  actions?: ReactNode;
  compact?: boolean;
}

/** The place of something that failed to come: why, and a way on. */
export function ErrorState({ title, children, onRetry, busy, actions, compact }: ErrorStateProps) {
  return (
    <div className={cx('st-state', 'st-state-error', compact && 'st-state-compact')} role="alert">
      <span className="st-state-icon">
        <Icon name="cloud-off" size={compact ? 18 : 22} />
      </span>
      <h2>{title}</h2>
      {children && <div className="st-state-body">{children}</div>}
      <div className="st-state-actions">
        {onRetry && (
          <Button icon="rotate-ccw" onClick={onRetry} busy={busy}>
            Try again
          </Button>
        )}
        {actions}
      </div>
    </div>
  );
}
