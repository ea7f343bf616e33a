import { ContextMenu as RadixContext, DropdownMenu as Radix } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

export interface MenuItem {
  label: string;
  onSelect?: () => void;
  /** Makes it a link. */
  href?: string;
  /** `_blank` for another window. */
  target?: string;
  icon?: string | undefined;
  /** A second line. */
  detail?: string | undefined;
  shortcut?: string | undefined;
  tone?: 'danger' | undefined;
  disabled?: boolean | undefined;
  /** A tick for a choice; the item is then one of a group of choices. */
  checked?: boolean | undefined;
}

/** `'-'` draws a line; `{heading}` names what follows. */
export type MenuEntry = MenuItem | '-' | { heading: string };

export interface MenuProps {
  /** A Button or IconButton (with `tooltip={false}`). */
  trigger: ReactNode;
  items: readonly MenuEntry[];
  /** @default 'start' */
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A list of actions behind a button. */
export function Menu({ trigger, items, align = 'start', side = 'bottom', open, onOpenChange }: MenuProps) {
  const { select, onCloseAutoFocus } = useAfterClose();
  return (
    // Not modal: the page stays there for assistive technology. The shield keeps a press that shuts the menu from doing more.
    <Radix.Root modal={false} {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <div>
          <div className="st-shield" />
          <Radix.Content
            className="st-menu"
            align={align}
            side={side}
            sideOffset={4}
            collisionPadding={8}
            onCloseAutoFocus={onCloseAutoFocus}
          >
            {items.map((entry, index) => (
              <Entry key={index} entry={entry} kit={Radix} select={select} />
            ))}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface ContextMenuProps {
  items: readonly MenuEntry[];
  /** One element; pressing the right button or the menu key on it opens the menu there. */
  children: ReactNode;
  disabled?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** The same list on the right mouse button. Everything in it must also be reachable without it. */
export function ContextMenu({ items, children, disabled = false, onOpenChange }: ContextMenuProps) {
  const { select, onCloseAutoFocus } = useAfterClose();
  return (
    <RadixContext.Root modal={false} {...(onOpenChange ? { onOpenChange } : {})}>
      <RadixContext.Trigger asChild disabled={disabled}>
        {children}
      </RadixContext.Trigger>
      <RadixContext.Portal>
        <div>
          <div className="st-shield" />
          <RadixContext.Content className="st-menu" collisionPadding={8} onCloseAutoFocus={onCloseAutoFocus}>
            {items.map((entry, index) => (
              <Entry key={index} entry={entry} kit={RadixContext} select={select} />
            ))}
          </RadixContext.Content>
        </div>
      </RadixContext.Portal>
    </RadixContext.Root>
  );
}

/**
 * Runs what was chosen after the menu has shut and given the focus back: a dialog that the choice opens then knows where to
 * return to, and a field that the choice shows keeps the focus it takes.
 */
function useAfterClose() {
  const chosen = useRef<(() => void) | undefined>(undefined);
  return {
    select: (run: (() => void) | undefined) => {
      chosen.current = run;
    },
    onCloseAutoFocus: () => {
      if (chosen.current) setTimeout(chosen.current);
      chosen.current = undefined;
    },
  };
}

interface EntryProps {
  entry: MenuEntry;
  kit: Kit | typeof RadixContext;
  select: (run: (() => void) | undefined) => void;
}

/** Drop-down and context menu have the same parts under the same names. */
type Kit = Pick<typeof Radix, 'Item' | 'CheckboxItem' | 'ItemIndicator' | 'Separator' | 'Label'>;

function Entry({ entry, kit, select }: EntryProps) {
  const { Item, CheckboxItem, Separator, Label } = kit as Kit;
  if (entry === '-') return <Separator className="st-menu-line" />;
  if ('heading' in entry) return <Label className="st-menu-heading">{entry.heading}</Label>;
  const face = (
    <>
      {entry.checked !== undefined ? (
        <span className="st-menu-tick">{entry.checked && <Icon name="check" size={14} />}</span>
      ) : (
        entry.icon && <Icon name={entry.icon} size={15} />
      )}
      <span className="st-menu-words">
        <span>{entry.label}</span>
        {entry.detail && <small>{entry.detail}</small>}
      </span>
      {entry.shortcut && <Kbd keys={entry.shortcut} />}
    </>
  );
  const shared = {
    className: cx('st-menu-item', entry.tone === 'danger' && 'st-menu-danger'),
    disabled: entry.disabled ?? false,
    onSelect: () => select(entry.onSelect),
    textValue: entry.label,
  };
  if (entry.href) {
    return (
      <Item {...shared} asChild>
        <a href={entry.href} target={entry.target} rel={entry.target === '_blank' ? 'noreferrer' : undefined}>
          {face}
        </a>
      </Item>
    );
  }
  if (entry.checked !== undefined) {
    return (
      <CheckboxItem {...shared} checked={entry.checked}>
        {face}
      </CheckboxItem>
    );
  }
  return <Item {...shared}>{face}</Item>;
}
