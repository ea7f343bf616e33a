import type { ReactNode } from 'react';
import { Confirmer } from './confirm.tsx';
import { Toaster } from './toast.tsx';
import { TooltipProvider } from './Tooltip.tsx';

/** What tooltips, `toast()` and `confirm()` need around the page; once, at the root. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <TooltipProvider>
      {children}
      <Toaster />
      <Confirmer />
    </TooltipProvider>
  );
}
