import { Button, Field, Select } from '../../../ui/index.ts';
import { useDocument, useSession } from '../store/session.ts';
import { counted } from '../store/words.ts';
import { useOpenTable } from '../table/open-table.ts';

interface TableFieldProps {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  required: boolean;
  value: string;
  onChange(value: string): void;
}

/** Picks one of the journey's tables, makes a new one, or opens the chosen one. */
export function TableField({ value, onChange, ...words }: TableFieldProps) {
  const { tableEdits } = useSession();
  const tables = useDocument((state) => state.journey.tables);
  const open = useOpenTable();
  const options = Object.entries(tables).map(([key, table]) => ({
    value: key,
    label: table.name,
    detail: `${counted(table.rows.length, 'row')}, version ${table.version}`,
  }));
  return (
    <div className="jn-table-field">
      <Field {...words}>
        <Select
          value={value === '' ? null : value}
          options={options}
          placeholder="Choose a table"
          onChange={onChange}
        />
      </Field>
      <div className="jn-buttons">
        <Button icon="table-2" size="s" disabled={tables[value] === undefined} onClick={() => open(value)}>
          Edit table
        </Button>
        <Button
          icon="plus"
          size="s"
          onClick={() => {
            const key = tableEdits.addTable();
            if (key !== null) onChange(key);
          }}
        >
          New table
        </Button>
      </div>
    </div>
  );
}
