import { useRef, useState } from 'react';
import { Button, Dialog, Field, TextArea } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { makeSamples } from './make-samples.ts';
import { readSamples } from './read-samples.ts';

/** Brings in sample customers: from a file, or pasted. */
export function SampleButtons({ small = false }: { small?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...(small ? { size: 's' as const } : {})} icon="upload" onClick={() => setOpen(true)}>
        {small ? 'Other customers' : 'Bring in customers'}
      </Button>
      {open && <SampleDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SampleDialog({ onClose }: { onClose(): void }) {
  const { simulation, document: store } = useSession();
  const file = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('Pasted customers');
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readSamples(text);
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setName(chosen.name.replace(/\.[^.]+$/, ''));
    setText(await chosen.text());
  };
  const use = () => {
    if (read?.ok !== true) return;
    void simulation.getState().setSamples({ name, customers: read.customers });
    onClose();
  };
  const multiply = () => {
    if (read?.ok !== true) return;
    const customers = makeSamples(store.getState().journey, read.customers[0]);
    void simulation.getState().setSamples({ name: 'Made from one example', customers });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onSubmit={use}
      title="Sample customers"
      description="What callers would post to the journey’s webhook: JSON, JSON lines, or CSV whose header names the fields (order.amount). Use made-up people."
      footer={
        <>
          <Button icon="file-up" onClick={() => file.current?.click()}>
            Choose a file
          </Button>
          {read?.ok === true && read.customers.length === 1 && (
            <Button icon="wand-sparkles" onClick={multiply}>
              Make many like it
            </Button>
          )}
          <Button variant="primary" type="submit" disabled={read?.ok !== true}>
            {read?.ok === true ? `Use ${read.customers.length.toLocaleString('en')}` : 'Use them'}
          </Button>
        </>
      }
    >
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer.files[0]);
        }}
      >
        <Field
          label="Customers"
          error={read !== null && !read.ok ? read.message : undefined}
          hint={read === null ? 'Paste them, or drop a file here. One example is enough to begin.' : undefined}
        >
          <TextArea
            mono
            rows={12}
            value={text}
            placeholder={'{ "order": { "amount": 120 }, "customer": { "tier": "gold" } }'}
            onChange={setText}
          />
        </Field>
      </div>
    </Dialog>
  );
}
