import type { Sheet } from '../../../../../engine/index.ts';
import { Field, Select } from '../../../../ui/index.ts';
import { mapped, suggested, type MappedSheet } from './column-mapping.ts';
import { MappingFields } from './MappingFields.tsx';

/** A sheet of a spreadsheet that Steward did not write, and how it is read. */
export interface ChosenSheet {
  at: number;
  read: MappedSheet;
}

interface SheetImportProps {
  sheets: readonly Sheet[];
  /** Of the file, for the table that it becomes. */
  name: string;
  chosen: ChosenSheet;
  onChange(chosen: ChosenSheet): void;
}

/** Lets a person say what the columns of a spreadsheet are that Steward did not write. */
export function SheetImport({ sheets, name, chosen: { at, read }, onChange }: SheetImportProps) {
  const sheet = sheets[at];
  return (
    <>
      {sheets.length > 1 && (
        <Field label="Sheet">
          <Select
            value={String(at)}
            onChange={(next) => {
              const other = sheets[Number(next)];
              if (other !== undefined) onChange({ at: Number(next), read: suggested(other, name) });
            }}
            options={sheets.map((entry, index) => ({ value: String(index), label: entry.name }))}
          />
        </Field>
      )}
      {sheet !== undefined && read.mapping !== null && (
        <MappingFields
          sheet={sheet}
          mapping={read.mapping}
          readings={read.ok ? read.readings : []}
          onChange={(mapping) => onChange({ at, read: mapped(sheet, mapping) })}
        />
      )}
    </>
  );
}
