import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

export interface ChipProps {
  /** @default 'neutral' */
  tone?: Tone;
  icon?: string | undefined;
  /** `m` 24 px high, `s` 20 px. @default 'm' */
  size?: 's' | 'm';
  /** A line instead of a ground. */
  outline?: boolean;
  title?: string;
  className?: string;
  children: ReactNode;
}

/** A short state in words: Published r3, 1 gap, EUR. Colour never says it alone. */
export function Chip({ tone = 'neutral', icon, size = 'm', outline, title, className, children }: ChipProps) {
  return (
    <span
      className={cx('st-chip', `st-chip-${tone}`, size === 's' && 'st-chip-s', outline && 'st-chip-outline', className)}
      title={title}
    >
      {icon && <Icon name={icon} size={size === 's' ? 11 : 13} strokeWidth={2} />}
      {children}
    </span>
  );
}

export interface BadgeProps {
  count: number;
  /** @default 'bad' */
  tone?: Tone;
  /** What is counted, for assistive technology: "problems". */
  label: string;
  /** Above it a plus sign stands. @default 99 */
  max?: number;
  className?: string;
}

/** A count on a corner: problems of a step, reviews that wait. Zero shows nothing. */
export function Badge({ count, tone = 'bad', label, max = 99, className }: BadgeProps) {
  if (count === 0) return null;
  return (
    <span className={cx('st-badge', `st-badge-${tone}`, className)}>
      <span aria-hidden="true">{count > max ? `${max}+` : count}</span>
      <span className="st-visually-hidden">{`${count} ${label}`}</span>
    </span>
  );
}

/** Levels of risk; the same words as the engine's `riskLevels`. */
export type Level = 'prohibited' | 'high' | 'limited' | 'minimal';

/** A level of risk: a dot and the word. */
export function LevelMark({ level }: { level: Level }) {
  return (
    <span className="st-level">
      <i className={`st-level-${level}`} aria-hidden="true" />
      {level.charAt(0).toUpperCase() + level.slice(1)}
    </span>
  );
}
