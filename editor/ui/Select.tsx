import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { useFieldControl, type ControlProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { styleNonce } from './nonce.ts';

export interface SelectOption<T extends string = string> {
  value: T;
  label: string;
  /** A second line in the list. */
  detail?: string | undefined;
  /** At the right end of the line, in the list and in the closed control. */
  aside?: ReactNode;
  icon?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps<T extends string = string> extends ControlProps {
  /** `null`: nothing chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  placeholder?: string;
  disabled?: boolean | undefined;
  size?: 's' | 'm';
  className?: string;
}

// Radix keeps the empty string for "nothing chosen"; a prefix lets options have any value.
const key = (value: string) => `=${value}`;

/** One of a few. For more than about twenty, or free text with suggestions, take `Combobox`. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, placeholder = 'Choose…', disabled, size = 'm', className, ...own } = props;
  const control = useFieldControl(own);
  const chosen = options.find((option) => option.value === value);
  return (
    <Radix.Root
      value={chosen ? key(chosen.value) : ''}
      onValueChange={(next) => onChange(next.slice(1) as T)}
      disabled={disabled ?? false}
    >
      <Radix.Trigger {...control} className={cx('st-select', size === 's' && 'st-select-s', className)}>
        {chosen?.icon && <Icon name={chosen.icon} size={15} />}
        <span className="st-select-value">
          {/* A value that is not among the options is shown, not hidden. */}
          <Radix.Value placeholder={value ? value : placeholder}>{chosen?.label}</Radix.Value>
        </span>
        {chosen?.aside}
        <Icon name="chevrons-up-down" size={14} className="st-select-sign" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="st-menu st-select-list" position="popper" sideOffset={4} collisionPadding={8}>
          <Radix.Viewport {...(styleNonce ? { nonce: styleNonce } : {})}>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={key(option.value)}
                disabled={option.disabled ?? false}
                textValue={option.label}
                className="st-menu-item"
              >
                {option.icon && <Icon name={option.icon} size={15} />}
                <span className="st-menu-words">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.detail && <small>{option.detail}</small>}
                </span>
                {option.aside && <span className="st-menu-aside">{option.aside}</span>}
                <Radix.ItemIndicator className="st-menu-check">
                  <Icon name="check" size={14} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
