import { ToggleGroup } from 'radix-ui';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; icon?: string; iconOnly?: boolean }[];
  size?: 's' | 'm';
  className?: string;
}

/** Two to five choices side by side, one of them on. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  options,
  size = 'm',
  className,
}: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      // Pressing the one that is on would turn it off: there is always one.
      onValueChange={(next) => next && onChange(next as T)}
      className={cx('st-segmented', size === 's' && 'st-segmented-s', className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.iconOnly ? option.label : undefined}
          title={option.iconOnly ? option.label : undefined}
        >
          {option.icon && <Icon name={option.icon} size={14} />}
          {!option.iconOnly && option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
