import { createContext, useContext, useId, type AriaAttributes, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

interface FieldContext {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const Context = createContext<FieldContext | null>(null);

export interface FieldProps {
  label: ReactNode;
  /** How to fill it in, or what it changes. */
  hint?: ReactNode;
  /** What is wrong and what to do; takes the place of the hint. */
  error?: ReactNode;
  required?: boolean;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** At the right end of the label's line: a unit, a chip, a small button. */
  aside?: ReactNode;
  /** Label for assistive technology alone, for rows of like fields under one heading. */
  hideLabel?: boolean;
  className?: string;
  /** One control of this design system; label, hint and error are tied to it. */
  children: ReactNode;
}

/** A label, one control, and the words under it. */
export function Field(props: FieldProps) {
  const { label, hint, error, required = false, optional, aside, hideLabel, className, children } = props;
  const id = useId();
  const labelId = `${id}-label`;
  const noteId = `${id}-note`;
  const invalid = Boolean(error);
  const describedBy = error || hint ? noteId : undefined;
  return (
    <div className={cx('st-field', className)}>
      <div className={hideLabel ? 'st-visually-hidden' : 'st-field-head'}>
        <label id={labelId} htmlFor={id}>
          {label}
          {optional && <span className="st-field-optional"> optional</span>}
        </label>
        {aside && <span className="st-field-aside">{aside}</span>}
      </div>
      <Context value={{ id, labelId, describedBy, invalid, required }}>{children}</Context>
      {error ? (
        <p id={noteId} className="st-field-error">
          <Icon name="circle-alert" size={13} />
          <span>{error}</span>
        </p>
      ) : hint ? (
        <p id={noteId} className="st-field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export interface ControlProps {
  id?: string | undefined;
  'aria-label'?: string | undefined;
  'aria-labelledby'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: AriaAttributes['aria-invalid'];
  'aria-required'?: AriaAttributes['aria-required'];
}

/** What a control inside a `Field` must carry; what the caller says wins. Outside a field: only what the caller says. */
export function useFieldControl(own: ControlProps): ControlProps {
  const field = useContext(Context);
  return {
    id: own.id ?? field?.id,
    'aria-label': own['aria-label'],
    'aria-labelledby': own['aria-labelledby'] ?? (field && !own['aria-label'] ? field.labelId : undefined),
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': own['aria-invalid'] ?? (field?.invalid || undefined),
    'aria-required': own['aria-required'] ?? (field?.required || undefined),
  };
}
