import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { isLeftEscape } from './escape.ts';
import { IconButton } from './IconButton.tsx';
import { useOpener } from './use-opener.ts';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence under the title, read out with it. */
  description?: ReactNode;
  /** `s` 400 px, `m` 560, `l` 860. @default 'm' */
  size?: 's' | 'm' | 'l';
  /** Buttons, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
  /** Makes the whole dialog a form; Enter in a field submits. The footer's main button has `type="submit"`. */
  onSubmit?: () => void;
  className?: string;
}

/** A window over the page that asks for one thing. Escape and the cross close it; the focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = 'm', footer, children, onSubmit, className } = props;
  const inside = (
    <>
      <header className="st-dialog-head">
        <div>
          <Radix.Title className="st-dialog-title">{title}</Radix.Title>
          {description && <Radix.Description className="st-dialog-description">{description}</Radix.Description>}
        </div>
        <Radix.Close asChild>
          <IconButton icon="x" label="Close" tooltip={false} />
        </Radix.Close>
      </header>
      {children && <div className="st-dialog-body">{children}</div>}
      {footer && <footer className="st-dialog-foot">{footer}</footer>}
    </>
  );
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="st-scrim" />
        <Surface
          onLeftEscape={() => onOpenChange(false)}
          className={cx('st-dialog', `st-dialog-${size}`, className)}
          onOpenAutoFocus={focusFirstField}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          {onSubmit ? (
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                // A dialog inside a dialog is inside its form in React's tree.
                event.stopPropagation();
                onSubmit();
              }}
            >
              {inside}
            </form>
          ) : (
            inside
          )}
        </Surface>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The dialog itself, mounted when it opens; gives the focus back when it shuts. */
function Surface({ onLeftEscape, ...props }: ComponentProps<typeof Radix.Content> & { onLeftEscape: () => void }) {
  return (
    <Radix.Content
      {...props}
      onCloseAutoFocus={useOpener()}
      onKeyDown={(event) => {
        if (!isLeftEscape(event)) return;
        event.stopPropagation();
        onLeftEscape();
      }}
    />
  );
}

/** The first thing to fill in gets the focus, not the cross; without one, the dialog's own choice holds. */
function focusFirstField(event: Event): void {
  const dialog = event.currentTarget as HTMLElement | null;
  const field = dialog?.querySelector<HTMLElement>(
    '.st-dialog-body :is(input, textarea, [role="combobox"]):not([hidden])',
  );
  if (!field) return;
  event.preventDefault();
  field.focus();
}

export const DialogClose = ({ children }: { children: ReactNode }) => <Radix.Close asChild>{children}</Radix.Close>;

export interface SheetProps extends Pick<DialogProps, 'open' | 'onOpenChange' | 'title' | 'description' | 'children'> {
  /** @default 'right' */
  side?: 'right' | 'bottom';
  /** False leaves the page behind usable. @default true */
  modal?: boolean;
  /** Hides the title bar; the title is still read aloud. */
  bare?: boolean;
}

/** A panel that comes in from an edge: the inspector on a narrow screen. */
export function Sheet({
  open,
  onOpenChange,
  title,
  description,
  side = 'right',
  modal = true,
  bare,
  children,
}: SheetProps) {
  const titleBar = (
    <header className="st-dialog-head">
      <div>
        <Radix.Title className="st-dialog-title">{title}</Radix.Title>
        {description && <Radix.Description className="st-dialog-description">{description}</Radix.Description>}
      </div>
      <Radix.Close asChild>
        <IconButton icon="x" label="Close" tooltip={false} />
      </Radix.Close>
    </header>
  );
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Radix.Portal>
        {modal && <Radix.Overlay className="st-scrim" />}
        <Surface
          onLeftEscape={() => onOpenChange(false)}
          className={cx('st-sheet', `st-sheet-${side}`)}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onInteractOutside={(event) => !modal && event.preventDefault()}
        >
          {bare ? <Radix.Title className="st-visually-hidden">{title}</Radix.Title> : titleBar}
          <div className="st-sheet-body">{children}</div>
        </Surface>
      </Radix.Portal>
    </Radix.Root>
  );
}
