import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

/** Families of steps that have a colour; the same words as the engine's `stepFamilies`. */
export type Family = 'start' | 'data' | 'decide' | 'contact' | 'people' | 'listen' | 'n8n';

export interface FamilyTileProps {
  family: Family;
  icon: string;
  /** `m` 34 px for the canvas, `s` 24 px for lists. @default 'm' */
  size?: 's' | 'm';
  className?: string;
}

/** The tinted tile that tells a step's family by its colour and its kind by its icon. */
export function FamilyTile({ family, icon, size = 'm', className }: FamilyTileProps) {
  return (
    <span className={cx('st-tile', `st-tile-${size}`, `st-f-${family}`, className)} aria-hidden="true">
      <Icon name={icon} size={size === 's' ? 14 : 18} />
    </span>
  );
}

/** The same tile under the name that step lists use. */
export const StepIcon = FamilyTile;
