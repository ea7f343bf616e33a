import { IconButton } from '../../../ui/index.ts';
import { useSession } from '../store/session.ts';

interface ColumnToolsProps {
  tableKey: string;
  kind: 'input' | 'output' | 'annotation';
  id: string;
  /** Its place among the columns of its kind. */
  at: number;
  count: number;
  onClose(): void;
}

/** Moves a column among its kind, or deletes it with its cells. */
export function ColumnTools({ tableKey, kind, id, at, count, onClose }: ColumnToolsProps) {
  const { tableEdits } = useSession();
  return (
    <span className="jn-column-tools">
      <IconButton
        icon="arrow-left"
        label="Move to the left"
        disabled={at <= 0}
        onClick={() => tableEdits.moveColumn(tableKey, kind, id, at - 1)}
      />
      <IconButton
        icon="arrow-right"
        label="Move to the right"
        disabled={at >= count - 1}
        onClick={() => tableEdits.moveColumn(tableKey, kind, id, at + 1)}
      />
      <IconButton
        icon="trash-2"
        label="Delete the column"
        disabled={count === 1 && kind === 'output'}
        onClick={() => {
          tableEdits.removeColumn(tableKey, kind, id);
          onClose();
        }}
      />
    </span>
  );
}
