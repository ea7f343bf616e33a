import { useState } from 'react';
import type { DecisionTable } from '../../../../../engine/index.ts';
import { Button, Callout, Dialog } from '../../../../ui/index.ts';
import { saveFile } from '../../parts/save-file.ts';
import { today } from '../../parts/today.ts';
import { exportForms, writeTableFile, type ExportForm, type WrittenFile } from './write-table-file.ts';

interface ExportTableDialogProps {
  table: DecisionTable;
  onClose(): void;
}

/** The table in the forms that other programs read; what a form cannot hold is said. */
export function ExportTableDialog({ table, onClose }: ExportTableDialogProps) {
  const [made, setMade] = useState<{ form: ExportForm; file: WrittenFile } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const save = async (form: ExportForm) => {
    setBusy(form.id);
    const file = await writeTableFile(form, table, today());
    setBusy(null);
    setMade({ form, file });
    if (file.ok) saveFile(file.name, file.content, file.type);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Export ${table.name}`}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <ul className="jn-forms">
        {exportForms.map((form) => (
          <li key={form.id}>
            <div>
              <b>{form.title}</b>
              <p className="jn-quiet">{form.hint}</p>
            </div>
            <Button
              size="s"
              icon="download"
              busy={busy === form.id}
              aria-label={`Download ${form.title}`}
              onClick={() => void save(form)}
            >
              Download
            </Button>
          </li>
        ))}
      </ul>
      {made !== null && <Made title={made.form.title} file={made.file} />}
    </Dialog>
  );
}

function Made({ title, file }: { title: string; file: WrittenFile }) {
  const words = file.ok ? file.notes : file.problems;
  if (file.ok && words.length === 0)
    return (
      <Callout tone="good" title={`${file.name} was saved`} live>
        {''}
      </Callout>
    );
  return (
    <Callout
      tone={file.ok ? 'neutral' : 'bad'}
      live
      title={
        file.ok ? `${file.name} was saved; other tools will not know all of it` : `${title} cannot hold this table`
      }
    >
      <ul className="jn-problem-list">
        {words.slice(0, 12).map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </Callout>
  );
}
