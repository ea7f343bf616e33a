import { Checkbox as RadixCheckbox, Switch as RadixSwitch } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

interface ToggleProps {
  /** The words beside it; pressing them works too. */
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  hideLabel?: boolean;
  className?: string;
}

export interface SwitchProps extends ToggleProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** On or off, at once. */
export function Switch({ checked, onChange, disabled, ...words }: SwitchProps) {
  const id = useId();
  return (
    <Labelled id={id} {...words}>
      <RadixSwitch.Root
        id={id}
        className="st-switch"
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
        aria-describedby={words.hint ? `${id}-hint` : undefined}
      >
        <RadixSwitch.Thumb className="st-switch-thumb" />
      </RadixSwitch.Root>
    </Labelled>
  );
}

export interface CheckboxProps extends ToggleProps {
  /** `mixed`: some of what it stands for. */
  checked: boolean | 'mixed';
  onChange: (checked: boolean) => void;
}

/** Yes or no, as part of a form or a choice of several. */
export function Checkbox({ checked, onChange, disabled, ...words }: CheckboxProps) {
  const id = useId();
  return (
    <Labelled id={id} {...words}>
      <RadixCheckbox.Root
        id={id}
        className="st-checkbox"
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled ?? false}
        aria-describedby={words.hint ? `${id}-hint` : undefined}
      >
        <RadixCheckbox.Indicator>
          <Icon name={checked === 'mixed' ? 'minus' : 'check'} size={12} strokeWidth={3} />
        </RadixCheckbox.Indicator>
      </RadixCheckbox.Root>
    </Labelled>
  );
}

function Labelled(props: Omit<ToggleProps, 'disabled'> & { id: string; children: ReactNode }) {
  const { id, label, hint, hideLabel, className, children } = props;
  return (
    <div className={cx('st-toggle', className)}>
      {children}
      <span className={hideLabel ? 'st-visually-hidden' : 'st-toggle-words'}>
        <label htmlFor={id}>{label}</label>
        {hint && <small id={`${id}-hint`}>{hint}</small>}
      </span>
    </div>
  );
}
