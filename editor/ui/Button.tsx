import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Spinner } from './Loading.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonLooks {
  /** One `primary` per view: what the page is for. @default 'secondary' */
  variant?: ButtonVariant | undefined;
  /** `m` 32 px high, `s` 26 px. @default 'm' */
  size?: 's' | 'm' | undefined;
  /** Name of an icon before the words. */
  icon?: string | undefined;
}

export interface ButtonProps extends ButtonLooks, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Work is going on: shows a spinner and takes no further press, but keeps the focus. */
  busy?: boolean | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** A push button. `type` is "button" unless said otherwise. */
export function Button({ variant, size, icon, busy, className, children, onClick, ref, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={cx(looks(variant, size), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={(event) => {
        if (busy || rest['aria-disabled']) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {face(icon, busy, children)}
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLooks, AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({ variant, size, icon, className, children, ref, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} ref={ref} className={cx(looks(variant, size), className)}>
      {face(icon, false, children)}
    </a>
  );
}

function looks(variant: ButtonVariant = 'secondary', size: 's' | 'm' = 'm'): string {
  return cx('st-btn', `st-btn-${variant}`, size === 's' && 'st-btn-s');
}

function face(icon: string | undefined, busy: boolean | undefined, children: ReactNode) {
  return (
    <>
      {busy ? <Spinner size={14} /> : icon ? <Icon name={icon} size={15} /> : null}
      {children}
    </>
  );
}
