import { Fragment } from 'react';
import { isShownParameter, type JsonObject, type JsonValue, type ParameterSchema } from '../../../../engine/index.ts';
import { withMember } from './parameter-form.ts';
import { PackLink } from './PackLink.tsx';
import { ParameterField } from './ParameterField.tsx';

export interface ParameterFormProps {
  properties: Record<string, ParameterSchema>;
  required: readonly string[];
  values: JsonObject;
  /** Where the values are in the step: `['parameters']`. Problems are found by it. */
  path: readonly (string | number)[];
  /** `field` names what was edited, so that a typing burst in it becomes one entry of the undo stack. */
  onChange(values: JsonObject, field: string): void;
}

/** One control per property of a schema, in the schema's order. */
export function ParameterForm({ properties, required, values, path, onChange }: ParameterFormProps) {
  return (
    <>
      {Object.entries(properties)
        .filter(([, schema]) => isShownParameter(schema, values, properties))
        .map(([name, schema]) => (
          <Fragment key={name}>
            <ParameterField
              schema={schema}
              required={required.includes(name)}
              value={values[name] ?? schema.default}
              path={[...path, name]}
              onChange={(value: JsonValue | undefined, field = name) =>
                onChange(withMember(values, name, value), field)
              }
            />
            {name === 'pack' && <PackLink pack={values[name]} />}
          </Fragment>
        ))}
    </>
  );
}
