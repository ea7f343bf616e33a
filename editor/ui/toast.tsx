import { Toast as Radix } from 'radix-ui';
import { create } from 'zustand';
import { IconButton } from './IconButton.tsx';
import { cx } from './cx.ts';
import { leaveEscapeToDialog } from './escape.ts';
import { Icon } from './Icon.tsx';

export interface ToastMessage {
  /** @default 'neutral' */
  tone?: 'neutral' | 'good' | 'warn' | 'bad';
  title: string;
  detail?: string | undefined;
  /** One thing to do about it: Undo, Open in n8n. It must be reachable some other way, too. */
  action?: { label: string; onSelect: () => void } | undefined;
  /** Milliseconds; bad news stays longer. @default 6000, bad 12000 */
  durationMs?: number;
}

interface Shown extends ToastMessage {
  id: number;
  open: boolean;
}

const useToasts = create<{ shown: Shown[] }>(() => ({ shown: [] }));
let nextId = 1;

/** Says in passing that something happened. Returns a function that takes it away. */
export function toast(message: ToastMessage): () => void {
  const id = nextId++;
  // Three are enough to read; older ones give way.
  useToasts.setState(({ shown }) => ({ shown: [...shown.slice(-2), { ...message, id, open: true }] }));
  return () => close(id);
}

function close(id: number) {
  useToasts.setState(({ shown }) => ({ shown: shown.map((one) => (one.id === id ? { ...one, open: false } : one)) }));
}

function forget(id: number) {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }));
}

const signs = { neutral: 'info', good: 'circle-check', warn: 'triangle-alert', bad: 'circle-alert' } as const;

/** Where `toast()` shows its messages; once per page, inside `UiProvider`. F8 moves the focus there. */
export function Toaster() {
  const shown = useToasts((state) => state.shown);
  return (
    <Radix.Provider swipeDirection="right" label="Message">
      {shown.map(({ id, open, tone = 'neutral', title, detail, action, durationMs }) => (
        <Radix.Root
          key={id}
          open={open}
          onOpenChange={(next) => {
            if (next) return;
            close(id);
            setTimeout(forget, 200, id);
          }}
          onEscapeKeyDown={leaveEscapeToDialog}
          type={tone === 'bad' ? 'foreground' : 'background'}
          duration={durationMs ?? (tone === 'bad' ? 12_000 : 6_000)}
          className={cx('st-toast', `st-toast-${tone}`)}
        >
          <Icon name={signs[tone]} size={16} className="st-toast-sign" />
          <div className="st-toast-words">
            <Radix.Title className="st-toast-title">{title}</Radix.Title>
            {detail && <Radix.Description className="st-toast-detail">{detail}</Radix.Description>}
          </div>
          {action && (
            <Radix.Action altText={action.label} asChild onClick={action.onSelect}>
              <button type="button" className="st-btn st-btn-secondary st-btn-s">
                {action.label}
              </button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton icon="x" label="Dismiss" size="s" tooltip={false} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="st-toasts" label="Messages ({hotkey})" />
    </Radix.Provider>
  );
}
