import { cx } from './cx.ts';

/** A turning ring for work of unknown length. With a label it is announced. */
export function Spinner({ size = 16, label }: { size?: number; label?: string }) {
  return (
    <span className="st-spinner" role={label ? 'status' : undefined} aria-hidden={label ? undefined : true}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2">
        <circle cx="8" cy="8" r="6.5" opacity="0.25" />
        <path d="M14.5 8A6.5 6.5 0 0 0 8 1.5" strokeLinecap="round" />
      </svg>
      {label && <span>{label}</span>}
    </span>
  );
}

export interface SkeletonProps {
  /** Any CSS length. @default '100%' */
  width?: number | string;
  /** @default 12 */
  height?: number | string;
  round?: boolean;
}

/** A grey stand-in for content on its way. */
export function Skeleton({ width = '100%', height = 12, round = false }: SkeletonProps) {
  return (
    <span className={cx('st-skeleton', round && 'st-skeleton-round')} style={{ width, height }} aria-hidden="true" />
  );
}

/** Fills the place of a page or panel until it is there; says so only when that takes a while. */
export function Loading({ label = 'Loading' }: { label?: string }) {
  return (
    <div className="st-loading">
      <Spinner label={label} size={18} />
    </div>
  );
}
