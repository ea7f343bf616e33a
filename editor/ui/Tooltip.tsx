import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';

export interface TooltipProps {
  content: ReactNode;
  shortcut?: string | undefined;
  /** @default 'bottom' */
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** False when the trigger's own name says the same. @default true */
  describes?: boolean;
  /** One element that takes a ref and focus. */
  children: ReactNode;
}

/** A short word on hover and on focus. Nothing that is needed may live in a tooltip alone. */
export function Tooltip({ content, shortcut, side = 'bottom', describes = true, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild {...(describes ? {} : { 'aria-describedby': undefined })}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="st-tooltip" side={side} sideOffset={6} collisionPadding={8}>
          {content}
          {shortcut && <Kbd keys={shortcut} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={500} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
);
