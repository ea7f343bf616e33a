import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { cx } from './cx.ts';
import { useFieldControl } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'size'> {
  value: string;
  onChange: (value: string) => void;
  /** Code, paths and cells: fixed-width type, no spelling help. */
  mono?: boolean | undefined;
  /** `m` 32 px high, `s` 26 px. @default 'm' */
  size?: 's' | 'm';
  /** An icon inside, before the text. */
  icon?: string | undefined;
  /** Inside, after the text: a unit, a key, a small button. */
  suffix?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextInput({
  value,
  onChange,
  mono,
  size = 'm',
  icon,
  suffix,
  className,
  ref,
  ...rest
}: TextInputProps) {
  const control = useFieldControl(rest);
  return (
    <span className={cx('st-input', size === 's' && 'st-input-s', mono && 'st-input-mono', className)}>
      {icon && <Icon name={icon} size={15} className="st-input-icon" />}
      <input
        type="text"
        autoComplete="off"
        spellCheck={mono ? false : undefined}
        {...rest}
        {...control}
        ref={ref}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {suffix && <span className="st-input-suffix">{suffix}</span>}
    </span>
  );
}

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
  mono?: boolean | undefined;
  /** Grows with its text, from `rows` on. */
  grow?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextArea({ value, onChange, mono, grow, className, rows = 3, ref, ...rest }: TextAreaProps) {
  const control = useFieldControl(rest);
  return (
    <textarea
      spellCheck={mono ? false : undefined}
      {...rest}
      {...control}
      ref={ref}
      rows={rows}
      className={cx('st-textarea', mono && 'st-input-mono', grow && 'st-textarea-grow', className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
