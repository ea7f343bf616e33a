import { Popover as Radix } from 'radix-ui';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ControlProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { TextInput } from './TextInput.tsx';

export interface ComboboxOption {
  value: string;
  label?: string;
  detail?: string | undefined;
}

export interface ComboboxProps extends ControlProps {
  value: string;
  /** Called with every letter typed and with what is picked: any text is a value. */
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
  placeholder?: string | undefined;
  mono?: boolean;
  disabled?: boolean;
  size?: 's' | 'm';
  /** Shown when no suggestion fits what is typed. */
  emptyText?: string;
  onBlur?: () => void;
}

/** Free text with suggestions: a path into the data, a purpose. Arrow keys walk the list, Enter takes, Escape shuts. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, options, placeholder, mono, disabled, size, emptyText, onBlur, ...own } = props;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [filter, setFilter] = useState('');
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const shown = suggestions(options, filter);
  const visible = open && (shown.length > 0 || Boolean(emptyText && filter));

  const openAll = () => {
    setFilter('');
    setActive(-1);
    setOpen(true);
  };
  const take = (option: ComboboxOption) => {
    onChange(option.value);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return openAll();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(shown.length === 0 ? -1 : (Math.max(active, step < 0 ? 0 : -1) + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' && visible && shown[active]) {
      event.preventDefault();
      take(shown[active]);
    } else if (event.key === 'Escape' && visible) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <Radix.Root open={visible} onOpenChange={setOpen}>
      <Radix.Anchor asChild>
        <div className="st-combobox">
          <TextInput
            {...own}
            ref={box}
            role="combobox"
            aria-expanded={visible}
            aria-controls={visible ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={visible && active >= 0 ? `${listId}-${active}` : undefined}
            value={value}
            mono={mono}
            size={size ?? 'm'}
            placeholder={placeholder}
            disabled={disabled}
            onChange={(text) => {
              onChange(text);
              setFilter(text);
              setActive(-1);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false);
              onBlur?.();
            }}
            suffix={
              <button
                type="button"
                tabIndex={-1}
                aria-label="Suggestions"
                className="st-combobox-open"
                disabled={disabled}
                onPointerDown={(event) => {
                  event.preventDefault();
                  box.current?.focus();
                  if (visible) setOpen(false);
                  else openAll();
                }}
              >
                <Icon name="chevrons-up-down" size={14} />
              </button>
            }
          />
        </div>
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          className="st-menu st-combobox-list"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && box.current?.closest('.st-combobox')?.contains(event.target))
              event.preventDefault();
          }}
        >
          <div id={listId} role="listbox" aria-label="Suggestions">
            {shown.map((option, index) => (
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className="st-menu-item"
                ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
                // The text keeps the focus: a press must not take it.
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(option);
                }}
                onPointerMove={() => setActive(index)}
              >
                <span className={mono ? 'st-menu-words st-mono' : 'st-menu-words'}>{option.label ?? option.value}</span>
                {option.detail && <span className="st-menu-aside">{option.detail}</span>}
              </div>
            ))}
          </div>
          {shown.length === 0 && <p className="st-menu-heading">{emptyText}</p>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Options that contain what was typed, those that begin with it first, otherwise in the given order. */
export function suggestions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [...options];
  const rank = (option: ComboboxOption) => {
    const words = `${option.label ?? ''} ${option.value}`.toLowerCase();
    if (option.value.toLowerCase().startsWith(wanted)) return 0;
    return words.includes(wanted) ? 1 : 2;
  };
  return options.filter((option) => rank(option) < 2).sort((a, b) => rank(a) - rank(b));
}
