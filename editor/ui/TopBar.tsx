import { useRef, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useWidth } from './media.ts';
import { Menu, type MenuEntry } from './Menu.tsx';
import { Tooltip } from './Tooltip.tsx';

/** Something the page can do. In a narrow bar all but the primary ones move into a menu. */
export interface TopBarAction {
  id: string;
  label: string;
  onSelect: () => void;
  icon?: string;
  variant?: Extract<ButtonVariant, 'primary' | 'secondary' | 'quiet'>;
  /** Drawn as its icon alone. */
  iconOnly?: boolean;
  shortcut?: string;
  disabled?: boolean;
  /** Why it cannot be done now; shown as a tooltip, the button keeps the focus. */
  disabledReason?: string | undefined;
  busy?: boolean;
  /** `menu`: always in the menu. */
  place?: 'bar' | 'menu';
  tone?: 'danger';
}

export interface TopBarProps {
  /** The way up: `{label: 'Journeys', href}`. */
  crumb?: { label: string; href: string; onSelect?: () => void };
  /** Words, or a control that renames. */
  title: ReactNode;
  /** States of what is shown. */
  chips?: ReactNode;
  /** Quiet words before the actions: Saved 14:02. */
  status?: ReactNode;
  actions?: readonly TopBarAction[];
}

const widthForAll = 900;
const widthForIcons = 620;

/** The bar over a page: where one is, what state it is in, what can be done. */
export function TopBar({ crumb, title, chips, status, actions = [] }: TopBarProps) {
  const bar = useRef<HTMLElement>(null);
  const width = useWidth(bar) ?? Infinity;
  const room = width >= widthForAll ? 'all' : width >= widthForIcons ? 'icons' : 'main';
  const inBar = actions.filter(
    ({ place, variant, icon }) =>
      place !== 'menu' && (room === 'all' || variant === 'primary' || (room === 'icons' && icon)),
  );
  const inMenu = actions.filter((action) => !inBar.includes(action));
  return (
    <header className="st-topbar" ref={bar}>
      <div className="st-topbar-where">
        {crumb && (
          <>
            <a
              className="st-topbar-crumb"
              href={crumb.href}
              onClick={(event) => {
                if (!crumb.onSelect || event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                crumb.onSelect();
              }}
            >
              {crumb.label}
            </a>
            <span className="st-topbar-slash" aria-hidden="true">
              /
            </span>
          </>
        )}
        {typeof title === 'string' ? <h1 className="st-topbar-title st-ellipsis">{title}</h1> : title}
      </div>
      {chips && <div className="st-topbar-chips">{chips}</div>}
      <div className="st-topbar-actions">
        {status && <span className="st-topbar-status">{status}</span>}
        {inBar.map((action) => (
          <BarAction
            key={action.id}
            action={action}
            iconOnly={action.iconOnly || (room === 'icons' && action.variant !== 'primary')}
          />
        ))}
        {inMenu.length > 0 && (
          <Menu
            align="end"
            trigger={<IconButton icon="ellipsis-vertical" label="More actions" tooltip={false} />}
            items={inMenu.map(menuEntry)}
          />
        )}
      </div>
    </header>
  );
}

function BarAction({ action, iconOnly }: { action: TopBarAction; iconOnly: boolean }) {
  const { label, icon, variant = 'secondary', shortcut, disabled, disabledReason, busy, onSelect } = action;
  const state = {
    busy,
    disabled: disabled && !disabledReason,
    'aria-disabled': Boolean(disabledReason) || undefined,
    onClick: disabledReason ? undefined : onSelect,
  };
  if (iconOnly && icon) {
    const words = disabledReason ? `${label}: ${disabledReason}` : label;
    return <IconButton icon={icon} label={words} variant={variant} shortcut={shortcut} {...state} />;
  }
  const button = (
    <Button icon={icon} variant={variant} {...state}>
      {label}
    </Button>
  );
  if (!disabledReason && !shortcut) return button;
  return (
    <Tooltip content={disabledReason ?? label} shortcut={shortcut} describes={Boolean(disabledReason)}>
      {button}
    </Tooltip>
  );
}

function menuEntry({ label, icon, shortcut, disabled, disabledReason, tone, onSelect }: TopBarAction): MenuEntry {
  return {
    label,
    icon,
    shortcut,
    tone,
    onSelect,
    detail: disabledReason,
    disabled: disabled || Boolean(disabledReason),
  };
}
