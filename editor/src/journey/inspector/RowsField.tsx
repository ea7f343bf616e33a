import { isJsonObject, type JsonValue, type ParameterSchema } from '../../../../engine/index.ts';
import { Button, IconButton } from '../../../ui/index.ts';
import { InRowContext } from './in-row.ts';
import { moved, newRow } from './parameter-form.ts';
import { ParameterField } from './ParameterField.tsx';
import { ParameterForm } from './ParameterForm.tsx';

interface RowsFieldProps {
  label: string;
  hint: string | undefined;
  error: string | undefined;
  schema: ParameterSchema;
  rows: readonly JsonValue[];
  path: readonly (string | number)[];
  onChange(rows: JsonValue[], field?: string): void;
}

/** A list of values or objects: rows to add, move and remove. */
export function RowsField({ label, hint, error, schema, rows, path, onChange }: RowsFieldProps) {
  const { items } = schema;
  if (items === undefined) return null;
  const isFull = rows.length >= (schema.maxItems ?? Infinity);
  const name = path.join('.');
  return (
    <fieldset className="jn-rows">
      <legend>{label}</legend>
      {hint !== undefined && <p className="st-field-hint">{hint}</p>}
      {error !== undefined && <p className="st-field-error">{error}</p>}
      <ol>
        {rows.map((row, index) => (
          <li key={rowKey(row, index)} className="jn-row">
            <header>
              <span className="jn-row-title">{`${items.title} ${index + 1}`}</span>
              <IconButton
                icon="arrow-up"
                label={`Move ${items.title.toLowerCase()} ${index + 1} up`}
                size="s"
                disabled={index === 0}
                onClick={() => onChange(moved(rows, index, index - 1))}
              />
              <IconButton
                icon="arrow-down"
                label={`Move ${items.title.toLowerCase()} ${index + 1} down`}
                size="s"
                disabled={index === rows.length - 1}
                onClick={() => onChange(moved(rows, index, index + 1))}
              />
              <IconButton
                icon="trash-2"
                label={`Remove ${items.title.toLowerCase()} ${index + 1}`}
                size="s"
                onClick={() => onChange(rows.toSpliced(index, 1))}
              />
            </header>
            <InRowContext value={true}>
              <RowBody
                items={items}
                row={row}
                path={[...path, index]}
                onChange={(next, field) => onChange(rows.with(index, next), `${name}.${index}.${field}`)}
              />
            </InRowContext>
          </li>
        ))}
      </ol>
      <Button icon="plus" size="s" disabled={isFull} onClick={() => onChange([...rows, newRow(items, rows)])}>
        {`Add ${items.title.toLowerCase()}`}
      </Button>
    </fieldset>
  );
}

interface RowBodyProps {
  items: ParameterSchema;
  row: JsonValue;
  path: readonly (string | number)[];
  onChange(row: JsonValue, field: string): void;
}

function RowBody({ items, row, path, onChange }: RowBodyProps) {
  if (items.type !== 'object' || items.properties === undefined) {
    return (
      <ParameterField
        schema={items}
        required={false}
        value={row}
        path={path}
        onChange={(value) => onChange(value ?? '', 'value')}
      />
    );
  }
  return (
    <ParameterForm
      properties={items.properties}
      required={items.required ?? []}
      values={isJsonObject(row) ? row : {}}
      path={path}
      onChange={onChange}
    />
  );
}

function rowKey(row: JsonValue, index: number): string {
  return isJsonObject(row) && typeof row.id === 'string' ? row.id : String(index);
}
