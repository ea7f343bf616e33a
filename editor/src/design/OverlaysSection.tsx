import { useState } from 'react';
import {
  Button,
  confirm,
  ContextMenu,
  Dialog,
  DialogClose,
  Field,
  IconButton,
  Menu,
  Popover,
  Sheet,
  TextInput,
  toast,
  type MenuEntry,
} from '../../ui/index.ts';
import { Sample } from './Sample.tsx';

const entries: MenuEntry[] = [
  { heading: 'Risk classification' },
  { label: 'Open', icon: 'square-pen', shortcut: 'Enter' },
  { label: 'Rename', icon: 'text-cursor-input', shortcut: 'F2' },
  { label: 'Duplicate', icon: 'copy', shortcut: 'Ctrl+D', detail: 'With its table' },
  { label: 'Paste', icon: 'clipboard-paste', disabled: true },
  '-',
  { label: 'Show counts', checked: true },
  { label: 'Show ports', checked: false },
  '-',
  { label: 'Delete', icon: 'trash-2', tone: 'danger', shortcut: 'Delete' },
];

export function OverlaysSection() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const [name, setName] = useState('');
  return (
    <>
      <Sample title="Over the page">
        <div className="ds-row">
          <Button onClick={() => setOpen('dialog')}>Dialog</Button>
          <Button onClick={() => setOpen('sheet')}>Sheet</Button>
          <Button
            onClick={() =>
              void confirm({
                title: 'Delete “Refund triage”?',
                detail: 'The draft, its tables and its sample customers go.',
                confirmLabel: 'Delete',
                tone: 'danger',
              }).then((yes) => toast({ title: yes ? 'Deleted (not really)' : 'Kept' }))
            }
          >
            Question
          </Button>
          <Menu trigger={<Button icon="chevron-down">Menu</Button>} items={entries} />
          <Popover label="Why" trigger={<IconButton icon="info" label="Why" tooltip={false} />}>
            <p className="ds-popover">Row 5 decided: amount between 250 and 1,000, customer value at least 5,000.</p>
          </Popover>
        </div>
      </Sample>
      <Sample title="Context menu">
        <ContextMenu items={entries}>
          <div className="ds-context">Press the right button here</div>
        </ContextMenu>
      </Sample>
      <Sample title="Messages in passing">
        <div className="ds-row">
          <Button onClick={() => toast({ title: 'The link is copied' })}>Neutral</Button>
          <Button
            onClick={() =>
              toast({
                tone: 'good',
                title: 'Published r14',
                detail: 'n8n runs it now.',
                action: { label: 'Open in n8n', onSelect: () => undefined },
              })
            }
          >
            Good
          </Button>
          <Button
            onClick={() =>
              toast({ tone: 'warn', title: 'Edited in n8n meanwhile', detail: 'Look before you publish.' })
            }
          >
            Warning
          </Button>
          <Button
            onClick={() =>
              toast({ tone: 'bad', title: 'Not saved', detail: 'n8n cannot be reached. It is kept in this browser.' })
            }
          >
            Bad
          </Button>
        </div>
      </Sample>
      <Dialog
        open={open === 'dialog'}
        onOpenChange={(next) => setOpen(next ? 'dialog' : null)}
        title="New journey"
        description="It begins with a webhook and ends with an answer."
        size="s"
        onSubmit={() => setOpen(null)}
        footer={
          <>
            <DialogClose>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary">
              Create journey
            </Button>
          </>
        }
      >
        <Field label="Name">
          <TextInput value={name} onChange={setName} />
        </Field>
      </Dialog>
      <Sheet
        open={open === 'sheet'}
        onOpenChange={(next) => setOpen(next ? 'sheet' : null)}
        title="Risk classification"
        description="The inspector, on a phone"
      >
        <p className="ds-popover">Settings stand here.</p>
      </Sheet>
    </>
  );
}
