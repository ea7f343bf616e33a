import { useRef, type KeyboardEvent } from 'react';
import { Button, IconButton, TextInput } from '../../../ui/index.ts';

interface AllowedValuesProps {
  values: readonly string[];
  /** The order is a ranking, the best first. */
  ranked: boolean;
  onChange(values: string[]): void;
}

/** A list of values to write: Enter adds the next, Alt with the arrows moves one, and a list with commas may be pasted. */
export function AllowedValues({ values, ranked, onChange }: AllowedValuesProps) {
  const list = useRef<HTMLOListElement>(null);
  const shown = values.length === 0 ? [''] : values;
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[at]?.focus());
  const move = (at: number, to: number) => {
    const value = shown[at];
    if (value === undefined || to < 0 || to >= shown.length) return;
    onChange(shown.toSpliced(at, 1).toSpliced(to, 0, value));
    focus(to);
  };
  const add = (at: number) => {
    onChange(shown.toSpliced(at, 0, ''));
    focus(at);
  };
  const remove = (at: number) => {
    onChange(shown.toSpliced(at, 1));
    focus(Math.max(0, at - 1));
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Enter') add(at + 1);
    else if (event.altKey && event.key === 'ArrowUp') move(at, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1);
    else if (event.key === 'Backspace' && shown[at] === '' && shown.length > 1) remove(at);
    else return;
    event.preventDefault();
  };
  return (
    <div className="jn-allowed">
      <ol ref={list}>
        {shown.map((value, at) => (
          // Values have no identity but their place.
          <li key={at} onKeyDown={(event) => event.target instanceof HTMLInputElement && onKeyDown(event, at)}>
            {ranked && <span className="jn-rank">{at + 1}</span>}
            <TextInput
              size="s"
              value={value}
              aria-label={`Value ${at + 1}`}
              onChange={(next) => {
                const parts = next.includes(',') ? next.split(',').map((part) => part.trim()) : [next];
                onChange(shown.toSpliced(at, 1, ...parts));
                if (parts.length > 1) focus(at + parts.length - 1);
              }}
            />
            <IconButton
              icon="arrow-up"
              size="s"
              label={`Move ${value || `value ${at + 1}`} up`}
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
            />
            <IconButton
              icon="arrow-down"
              size="s"
              label={`Move ${value || `value ${at + 1}`} down`}
              disabled={at === shown.length - 1}
              onClick={() => move(at, at + 1)}
            />
            <IconButton
              icon="x"
              size="s"
              label={`Remove ${value || `value ${at + 1}`}`}
              disabled={shown.length === 1 && value === ''}
              onClick={() => remove(at)}
            />
          </li>
        ))}
      </ol>
      <Button size="s" icon="plus" onClick={() => add(shown.length)}>
        Value
      </Button>
    </div>
  );
}
