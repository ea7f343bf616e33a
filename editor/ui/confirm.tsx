import { AlertDialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { create } from 'zustand';
import { Button } from './Button.tsx';
import { isLeftEscape } from './escape.ts';
import { useOpener } from './use-opener.ts';

export interface ConfirmQuestion {
  /** The question, with the name of what it is about: "Delete Refund triage?" */
  title: string;
  /** What happens, and whether it can be undone. */
  detail?: ReactNode;
  /** The verb of the title. @default 'Continue' */
  confirmLabel?: string;
  /** @default 'Cancel' */
  cancelLabel?: string;
  /** `danger` for what destroys. @default 'normal' */
  tone?: 'normal' | 'danger';
}

interface Asked extends ConfirmQuestion {
  answer: (yes: boolean) => void;
}

const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

/**
 * Asks, and resolves to true for yes and false for no, Escape included. A second question answers the first with no.
 *
 * @example if (await confirm({ title: 'Delete Refund triage?', confirmLabel: 'Delete', tone: 'danger' })) remove();
 */
export function confirm(question: ConfirmQuestion): Promise<boolean> {
  useAsked.getState().asked?.answer(false);
  return new Promise((answer) => useAsked.setState({ asked: { ...question, answer } }));
}

/** Where `confirm()` shows its question; once per page, inside `UiProvider`. */
export function Confirmer() {
  const asked = useAsked((state) => state.asked);
  const answer = (yes: boolean) => {
    asked?.answer(yes);
    useAsked.setState({ asked: null });
  };
  return (
    <Radix.Root open={asked !== null} onOpenChange={(open) => !open && answer(false)}>
      <Radix.Portal>
        <Radix.Overlay className="st-scrim" />
        <Surface
          className="st-dialog st-dialog-s"
          onKeyDown={(event) => isLeftEscape(event) && answer(false)}
          {...(asked?.detail ? {} : { 'aria-describedby': undefined })}
        >
          <header className="st-dialog-head">
            <div>
              <Radix.Title className="st-dialog-title">{asked?.title}</Radix.Title>
              {asked?.detail && (
                <Radix.Description asChild>
                  <div className="st-dialog-description">{asked.detail}</div>
                </Radix.Description>
              )}
            </div>
          </header>
          <footer className="st-dialog-foot">
            <Radix.Cancel asChild>
              <Button>{asked?.cancelLabel ?? 'Cancel'}</Button>
            </Radix.Cancel>
            <Button variant={asked?.tone === 'danger' ? 'danger' : 'primary'} onClick={() => answer(true)}>
              {asked?.confirmLabel ?? 'Continue'}
            </Button>
          </footer>
        </Surface>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Surface(props: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...props} onCloseAutoFocus={useOpener()} />;
}
