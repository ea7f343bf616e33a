import { useRef, useState, type DragEvent } from 'react';
import { Button, Callout, cx, Dialog, DialogClose, Field, TextArea, TextInput } from '../../ui/index.ts';
import type { Journey } from '../../../engine/index.ts';
import { asApiError } from '../app/api-error.ts';
import { api } from '../app/api.ts';
import { newId } from '../app/new-id.ts';
import type { ReadWorkflow } from './read-workflow.ts';

interface ImportDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onImported: (id: string) => void;
}

interface Failure {
  title: string;
  problems: string[];
}

/** Brings in an n8n workflow from a file or from the clipboard, and says first what will become of it. */
export function ImportDialog({ open, onOpenChange, onImported }: ImportDialogProps) {
  const [text, setText] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [fileName, setFileName] = useState('');
  const [read, setRead] = useState<ReadWorkflow | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const latest = useRef('');

  const look = async (next: string) => {
    setText(next);
    setFailure(null);
    latest.current = next;
    if (next.trim() === '') return setRead(null);
    const { readWorkflow } = await import('./read-workflow.ts');
    if (latest.current === next) setRead(readWorkflow(next, newId));
  };
  const takeFile = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > 20_000_000)
      setFailure({ title: 'This file is too large', problems: ['A workflow of n8n is smaller than 20 MB.'] });
    else {
      setFileName(nameOfFile(chosen.name));
      await look(await chosen.text());
    }
  };
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    void look('');
    setName(null);
    setFileName('');
  };
  const bringIn = async () => {
    if (busy) return;
    if (!read)
      return setFailure({ title: 'There is nothing to read yet', problems: ['Paste a workflow, or choose its file.'] });
    if (!read.ok) return;
    setBusy(true);
    setFailure(null);
    try {
      const journey = { ...read.journey, name: (name ?? suggested).trim() };
      await api.createJourney(journey);
      close(false);
      onImported(journey.id);
    } catch (thrown) {
      const error = asApiError(thrown);
      const problems = error.issues.length > 0 ? error.issues.map(({ message }) => message) : [error.advice];
      setFailure({ title: error.message, problems: problems.filter(Boolean) });
    } finally {
      setBusy(false);
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void takeFile(event.dataTransfer.files[0]);
  };
  /** Many workflows of the world have no name; their file has. */
  const suggested = read?.ok ? read.journey.name || fileName : '';
  const shownFailure = failure ?? (read && !read.ok ? read : null);
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Import"
      description="A workflow of n8n, or a journey that Steward exported. Nothing is lost: nodes that Steward does not model stay as they are."
      onSubmit={() => void bringIn()}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" busy={busy} disabled={read !== null && !read.ok}>
            Import
          </Button>
        </>
      }
    >
      <div
        className={cx('jl-import-drop', over && 'jl-import-over')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Field
          label="Workflow"
          hint="Select nodes in n8n, press Ctrl+C, and paste here. Or choose the file that n8n or Steward downloaded."
        >
          <TextArea
            value={text}
            onChange={(next) => void look(next)}
            rows={7}
            mono
            placeholder='{ "nodes": [ … ], "connections": { … } }'
          />
        </Field>
      </div>
      <div className="jl-import-tools">
        <Button size="s" icon="file-up" onClick={() => file.current?.click()}>
          Choose a file
        </Button>
        or drop it on the box
        <input
          ref={file}
          type="file"
          accept=".json,application/json,text/plain"
          hidden
          onChange={(event) => {
            void takeFile(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {shownFailure && (
        <Callout tone="bad" title={shownFailure.title} live>
          {shownFailure.problems.length === 1 ? (
            shownFailure.problems[0]
          ) : (
            <ul className="jl-issues">
              {shownFailure.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </Callout>
      )}
      {read?.ok && (
        <>
          <Field label="Name">
            <TextInput value={name ?? suggested} onChange={setName} maxLength={128} placeholder="Untitled journey" />
          </Field>
          <Callout tone="good" title={found(read)} live>
            {read.from === 'journey' ? 'It comes in as a copy, not yet published.' : explain(read.modelled, read.kept)}
          </Callout>
        </>
      )}
    </Dialog>
  );
}

function found({ from, journey }: { from: 'workflow' | 'journey'; journey: Journey }): string {
  const count = journey.steps.length;
  if (from === 'journey') return count === 1 ? 'A journey of 1 step' : `A journey of ${count} steps`;
  return count === 1 ? 'A workflow of 1 node' : `A workflow of ${count} nodes`;
}

/** `refund-triage.workflow.json` is called refund-triage. */
function nameOfFile(name: string): string {
  return name.replace(/(\.(workflow|journey))?\.(json|txt)$/i, '').slice(0, 128);
}

function explain(modelled: number, kept: number): string {
  if (modelled + kept === 0) return 'It is empty; the journey will be too.';
  if (modelled === 0) return 'All of them stay n8n nodes, unchanged. Add Steward’s steps between them.';
  const become = modelled === 1 ? '1 becomes a step of Steward' : `${modelled} become steps of Steward`;
  if (kept === 0) return `${become}.`;
  return `${become}; ${kept === 1 ? '1 stays an n8n node, unchanged' : `${kept} stay n8n nodes, unchanged`}.`;
}
