import { useState } from 'react';
import { uniqueKey, type DecisionTable } from '../../../../engine/index.ts';
import { Button, Dialog, Field, TextInput } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';
import { ColumnTools } from './ColumnTools.tsx';

interface RemarksDialogProps {
  table: DecisionTable;
  tableKey: string;
  /** Null: a new column. */
  id: string | null;
  onClose(): void;
}

/** A column of remarks: it has a name, and decides nothing. */
export function RemarksDialog({ table, tableKey, id, onClose }: RemarksDialogProps) {
  const { tableEdits } = useSession();
  const columns = table.annotations ?? [];
  const at = columns.findIndex((column) => column.id === id);
  const [name, setName] = useState(columns[at]?.name ?? '');
  const [tried, setTried] = useState(false);
  const keep = () => {
    setTried(true);
    const kept = name.trim();
    if (kept === '') return;
    const free = uniqueKey(kept.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '-') || 'remarks', (key) =>
      columns.some((column) => column.id === key),
    );
    const done =
      id === null
        ? tableEdits.keepColumn(tableKey, `Add ${kept}`, [
            { kind: 'add-annotation', annotation: { id: free, name: kept } },
          ])
        : tableEdits.keepColumn(tableKey, 'Change a column', [
            { kind: 'edit-annotation', annotation: id, change: { name: kept } },
          ]);
    if (done) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onSubmit={keep}
      size="s"
      title={id === null ? 'New remarks' : `Remarks ${columns[at]?.name ?? ''}`}
      description="A column for notes of the authors. It decides nothing, and customers never see it."
      footer={
        <>
          {id !== null && (
            <ColumnTools
              tableKey={tableKey}
              kind="annotation"
              id={id}
              at={at}
              count={columns.length}
              onClose={onClose}
            />
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {id === null ? 'Add' : 'Keep'}
          </Button>
        </>
      }
    >
      <Field label="Name" required error={tried && name.trim() === '' ? 'A column needs a name.' : undefined}>
        <TextInput value={name} autoFocus onChange={setName} placeholder="Agreed with" />
      </Field>
    </Dialog>
  );
}
