import { useState, type ReactNode } from 'react';
import type { ControlProps } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

export interface NumberInputProps extends ControlProps {
  /** `null`: empty. */
  value: number | null;
  /** Called with what can be read as a number, or null when emptied; text that is neither stays on the screen, unsaid. */
  onChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  /** What an arrow key adds; with Shift ten times as much. @default 1 */
  step?: number;
  /** Shown inside, at the right: `EUR`, `%`. */
  unit?: ReactNode;
  integer?: boolean;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  size?: 's' | 'm';
  className?: string;
}

/** A number as text: no spinner that a scrolling wheel turns by accident; arrow keys count. */
export function NumberInput({ value, onChange, min, max, step = 1, unit, integer, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : String(value));
  const unreadable = readNumber(text, integer ?? false) === undefined;

  const type = (next: string) => {
    setTyped(next);
    const number = readNumber(next, integer ?? false);
    if (number !== undefined) onChange(number);
  };
  const clamp = (number: number) => Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number));

  return (
    <TextInput
      {...rest}
      aria-invalid={rest['aria-invalid'] ?? (unreadable || undefined)}
      inputMode={integer ? 'numeric' : 'decimal'}
      value={text}
      onChange={type}
      suffix={unit}
      onBlur={() => {
        if (value !== null && !unreadable && clamp(value) !== value) onChange(clamp(value));
        if (!unreadable) setTyped(null);
      }}
      onKeyDown={(event) => {
        const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (direction === 0) return;
        event.preventDefault();
        const by = direction * step * (event.shiftKey ? 10 : 1);
        // Rounding takes away what binary fractions add: 0.1 + 0.2.
        onChange(clamp(Number(((value ?? 0) + by).toPrecision(12))));
        setTyped(null);
      }}
    />
  );
}

/** The number a text says, null for an empty one, undefined for anything else. A comma is read as the decimal point. */
export function readNumber(text: string, integer: boolean): number | null | undefined {
  const trimmed = text.trim().replace('−', '-');
  if (trimmed === '') return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(trimmed)) return undefined;
  const number = Number(trimmed.replace(',', '.'));
  if (!Number.isFinite(number)) return undefined;
  return integer && !Number.isInteger(number) ? undefined : number;
}
