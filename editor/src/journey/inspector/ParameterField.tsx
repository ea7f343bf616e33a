import { isJsonObject, type JsonValue, type ParameterSchema } from '../../../../engine/index.ts';
import { Field, NumberInput, Segmented, Select, Switch, TextArea, TextInput } from '../../../ui/index.ts';
import { FieldPathInput } from './FieldPathInput.tsx';
import { JsonField } from './JsonField.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import { RowsField } from './RowsField.tsx';
import { TableField } from './TableField.tsx';
import { TableColumnSelect } from './TableColumnSelect.tsx';
import { TablePackSelect } from './TablePackSelect.tsx';
import { useInRow } from './in-row.ts';
import { usePathProblem } from './use-path-problem.ts';

export interface ParameterFieldProps {
  schema: ParameterSchema;
  required: boolean;
  value: JsonValue | undefined;
  path: readonly (string | number)[];
  onChange(value: JsonValue | undefined, field?: string): void;
}

/** The control for one parameter: what the schema's type says, unless `x-control` says better. */
export function ParameterField(props: ParameterFieldProps) {
  const { schema, required, value, path, onChange } = props;
  const error = usePathProblem(path);
  const words = { label: schema.title, hint: schema.description, error, required };
  const text = typeof value === 'string' ? value : '';
  const placeholder = schema.placeholder;

  switch (schema['x-control']) {
    case 'field':
      return (
        <Field {...words}>
          <FieldPathInput value={text} placeholder={placeholder} onChange={onChange} />
        </Field>
      );
    case 'input':
    case 'output':
      return (
        <Field {...words}>
          <TableColumnSelect kind={schema['x-control']} value={text} onChange={onChange} />
        </Field>
      );
    case 'table':
      return <TableField {...words} value={text} onChange={onChange} />;
    case 'table-pack':
      return (
        <Field {...words}>
          <TablePackSelect value={text} onChange={onChange} />
        </Field>
      );
    case 'test':
      return (
        <Field {...words}>
          <TextInput value={text} mono placeholder={placeholder ?? '>= 100'} onChange={onChange} />
        </Field>
      );
    case 'json':
      return <JsonField {...words} value={value ?? null} onChange={onChange} />;
    case 'text':
      return (
        <Field {...words}>
          <TextArea value={text} placeholder={placeholder} grow onChange={onChange} />
        </Field>
      );
    case undefined:
      return <PlainField {...props} error={error} />;
  }
}

function PlainField({
  schema,
  required,
  value,
  path,
  onChange,
  error,
}: ParameterFieldProps & { error: string | undefined }) {
  const inRow = useInRow();
  const words = { label: schema.title, hint: schema.description, error, required };
  if (schema.enum !== undefined) {
    const options = schema.enum.map((choice, index) => ({
      value: String(choice),
      label: schema['x-enumTitles']?.[index] ?? String(choice),
    }));
    const choose = (next: string) => onChange(schema.enum?.find((choice) => String(choice) === next));
    const isShort = !inRow && options.length === 2 && options.every((option) => option.label.length < 20);
    return (
      <Field {...words}>
        {isShort ? (
          <Segmented label={schema.title} value={String(value ?? '')} options={options} onChange={choose} />
        ) : (
          <Select value={String(value ?? '')} options={options} onChange={choose} />
        )}
      </Field>
    );
  }
  switch (schema.type) {
    case 'boolean':
      return <Switch label={schema.title} hint={schema.description} checked={value === true} onChange={onChange} />;
    case 'number':
    case 'integer':
      return (
        <Field {...words}>
          <NumberInput
            value={typeof value === 'number' ? value : null}
            integer={schema.type === 'integer'}
            min={schema.minimum}
            max={schema.maximum}
            placeholder={schema.placeholder}
            onChange={(next) => onChange(next ?? undefined)}
          />
        </Field>
      );
    case 'string':
      return (
        <Field {...words}>
          <TextInput
            value={typeof value === 'string' ? value : ''}
            placeholder={schema.placeholder}
            onChange={onChange}
          />
        </Field>
      );
    case 'array':
      return (
        <RowsField
          {...words}
          schema={schema}
          rows={Array.isArray(value) ? value : []}
          path={path}
          onChange={onChange}
        />
      );
    case 'object':
      if (schema.properties === undefined) return <JsonField {...words} value={value ?? null} onChange={onChange} />;
      return (
        <fieldset className="jn-fieldset">
          <legend>{schema.title}</legend>
          <ParameterForm
            properties={schema.properties}
            required={schema.required ?? []}
            values={isJsonObject(value) ? value : {}}
            path={path}
            onChange={(next, field) => onChange(next, `${path.join('.')}.${field}`)}
          />
        </fieldset>
      );
  }
}
