import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export interface TabItem<T extends string = string> {
  id: T;
  label: string;
  /** After the label: how many. */
  count?: number | undefined;
  /** Colours the count. */
  tone?: 'bad' | 'warn' | undefined;
  icon?: string | undefined;
  content: ReactNode;
}

export interface TabsProps<T extends string = string> {
  /** Names the group of tabs. */
  label: string;
  tabs: readonly TabItem<T>[];
  value: T;
  onChange: (id: T) => void;
  /** At the right end of the bar. */
  aside?: ReactNode;
  className?: string;
}

/** Views of one thing; one is shown. */
export function Tabs<T extends string>({ label, tabs, value, onChange, aside, className }: TabsProps<T>) {
  return (
    <Radix.Root className={cx('st-tabs', className)} value={value} onValueChange={(next) => onChange(next as T)}>
      <div className="st-tabs-bar">
        <Radix.List className="st-tabs-list" aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.id} value={tab.id} className="st-tab">
              {tab.icon && <Icon name={tab.icon} size={14} />}
              {tab.label}
              {tab.count !== undefined && (
                <span className={cx('st-tab-count', tab.tone && `st-tab-count-${tab.tone}`)}>{tab.count}</span>
              )}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside && <div className="st-tabs-aside">{aside}</div>}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="st-tab-panel">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
