import type { ButtonHTMLAttributes, Ref } from 'react';
import type { ButtonVariant } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Spinner } from './Loading.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  icon: string;
  /** What it does: the accessible name, and the tooltip. */
  label: string;
  /** @default 'quiet' */
  variant?: ButtonVariant | undefined;
  /** `m` 32 px, `s` 26 px. @default 'm' */
  size?: 's' | 'm' | undefined;
  busy?: boolean | undefined;
  /** Shown beside the label in the tooltip: `Ctrl+Z`. */
  shortcut?: string | undefined;
  /** False for the trigger of a menu or popover that says enough by itself. @default true */
  tooltip?: boolean;
  side?: 'top' | 'right' | 'bottom' | 'left';
  ref?: Ref<HTMLButtonElement>;
}

/** A button of one icon; its label shows as a tooltip and is read aloud. */
export function IconButton({
  icon,
  label,
  variant = 'quiet',
  size = 'm',
  busy,
  shortcut,
  tooltip = true,
  side,
  className,
  ref,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      ref={ref}
      aria-label={label}
      aria-busy={busy || undefined}
      className={cx('st-btn', `st-btn-${variant}`, 'st-btn-icon', size === 's' && 'st-btn-s', className)}
    >
      {busy ? <Spinner size={14} /> : <Icon name={icon} size={size === 's' ? 14 : 16} />}
    </button>
  );
  if (!tooltip) return button;
  return (
    <Tooltip content={label} shortcut={shortcut} side={side} describes={false}>
      {button}
    </Tooltip>
  );
}
