import { useState } from 'react';
import { Combobox, Field, IconButton, type ComboboxOption } from '../../../ui/index.ts';

interface SettledComboboxProps {
  label: string;
  value: string | undefined;
  /** Called with what was chosen, or typed to its end: by Enter, or by leaving the field. Empty: no longer. */
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
}

/** A filter that takes effect when it is settled, not with every letter. */
export function SettledCombobox({ label, value = '', onChange, options }: SettledComboboxProps) {
  const [draft, setDraft] = useState({ of: value, text: wordsOf(value, options) });
  // Another value came from outside: from a chip that was taken away, from the address.
  const isStale = draft.of !== value;
  const text = isStale ? wordsOf(value, options) : draft.text;
  const settle = (typed: string) => {
    const next = options.find((option) => (option.label ?? option.value) === typed)?.value ?? typed.trim();
    setDraft({ of: next, text: typed });
    if (next !== value) onChange(next);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        settle(text);
      }}
    >
      <Field
        label={label}
        aside={
          value !== '' && (
            <IconButton icon="x" label={`Any ${label.toLowerCase()}`} size="s" onClick={() => settle('')} />
          )
        }
      >
        <Combobox
          value={text}
          onChange={(typed) => {
            const picked = options.find((option) => option.value === typed);
            if (picked) settle(picked.label ?? picked.value);
            else setDraft({ of: value, text: typed });
          }}
          onBlur={() => settle(text)}
          options={options}
          placeholder="Any"
        />
      </Field>
    </form>
  );
}

function wordsOf(value: string, options: readonly ComboboxOption[]): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
