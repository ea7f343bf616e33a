import type { Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import { valueTypes, type TableAnnotation, type TableInput, type TableOutput, type ValueType } from '../model.ts';
import type { PlacedRow } from './blocks.ts';
import { columnId } from './column-id.ts';
import { annotationFields, columnKinds, inputFields, outputFields, rowMarker, type ColumnKind } from './layout.ts';
import { cellIssue } from './place-issue.ts';
import { moreLabel, readMore, readRecord, wordField, type Field } from './record-fields.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';

/** A column of the rules: where it stands, and what it holds. */
export interface PlacedColumn {
  index: number;
  kind: ColumnKind;
  /** Id of the input, output or annotation. */
  id?: string;
  output?: TableOutput;
  input?: TableInput;
}

const typeField = wordField('type', 'Type');

/** Reads the head of the columns: kinds, what describes them, names. */
export function readColumns(kinds: PlacedRow, described: readonly PlacedRow[], names: PlacedRow) {
  const inputs: TableInput[] = [];
  const outputs: TableOutput[] = [];
  const annotations: TableAnnotation[] = [];
  const placed: PlacedColumn[] = [];
  const notes: Issue[] = [];
  const issues: Issue[] = [];
  const width = Math.max(kinds.cells.length, names.cells.length);
  for (let index = 1; index < width; index += 1) {
    const word = textOf(kinds.cells[index]).trim().toLowerCase();
    if (word === '') {
      if (!isBlank(names.cells[index])) notes.push(cellIssue('column_without_kind', 'warning', names, index));
      continue;
    }
    const kind = columnKinds.find((candidate) => candidate === word);
    if (kind === undefined) {
      issues.push(cellIssue('unknown_column_kind', 'error', kinds, index, { found: word, known: [...columnKinds] }));
      continue;
    }
    const column: PlacedColumn = { index, kind };
    placed.push(column);
    if (kind !== 'condition' && kind !== 'result' && kind !== 'annotation') continue;
    const cellOf = (label: string) =>
      (label === rowMarker
        ? names
        : described.find((row) => textOf(row.cells[0]).trim().toLowerCase() === label.toLowerCase())
      )?.cells[index];
    const siblings = kind === 'condition' ? inputs : kind === 'result' ? outputs : annotations;
    const typeWord = kind === 'annotation' ? 'string' : (typeField.read(cellOf('Type')) ?? 'string');
    const type = typeOf(typeWord);
    if (type === undefined) {
      const at = described.find((row) => textOf(row.cells[0]).trim().toLowerCase() === 'type') ?? kinds;
      issues.push(cellIssue('unknown_value_type', 'error', at, index, { found: typeWord, known: [...valueTypes] }));
      continue;
    }
    const fields = kind === 'condition' ? inputFields : kind === 'result' ? outputFields(type) : annotationFields;
    const members = readMembers(fields, cellOf, type, kind);
    const made = completed(members, kind, names, index, (id) => siblings.some((other) => other.id === id), notes);
    column.id = made['id'] as string;
    if (kind === 'condition') inputs.push((column.input = made as unknown as TableInput));
    else if (kind === 'result') outputs.push((column.output = made as unknown as TableOutput));
    else annotations.push(made as unknown as TableAnnotation);
  }
  if (outputs.length === 0 && issues.length === 0) issues.push(cellIssue('no_outputs', 'error', kinds, 0));
  return { inputs, outputs, annotations, placed, notes, issues };
}

const typeWords = new Map<string, ValueType>([
  ['text', 'string'],
  ['yes-no', 'boolean'],
  ['yes-/-no', 'boolean'],
  ['day', 'date'],
]);

function typeOf(word: JsonObject[string]): ValueType | undefined {
  return valueTypes.find((type) => type === word) ?? (typeof word === 'string' ? typeWords.get(word) : undefined);
}

function readMembers(
  fields: readonly Field[],
  cellOf: (label: string) => CellValue | undefined,
  type: ValueType,
  kind: ColumnKind,
): JsonObject {
  const members = readRecord(
    fields.map(({ label }) => cellOf(label)),
    fields,
  );
  if (kind !== 'annotation') members['type'] = type;
  return { ...members, ...readMore(cellOf(moreLabel)) };
}

/** A column that a person added with its kind and name alone is complete enough to go on. */
function completed(
  members: JsonObject,
  kind: ColumnKind,
  names: PlacedRow,
  index: number,
  taken: (id: string) => boolean,
  notes: Issue[],
): JsonObject {
  const made = { ...members };
  if (made['id'] === undefined) {
    made['id'] = columnId(typeof made['name'] === 'string' ? made['name'] : '', taken);
    notes.push(cellIssue('column_id_made', 'warning', names, index, { id: made['id'] }));
  }
  made['name'] ??= made['id'];
  if (kind === 'condition') made['path'] ??= made['id'];
  return made;
}
