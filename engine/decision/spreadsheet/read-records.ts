import type { Issue } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { DecisionTable } from '../model.ts';
import type { Block, PlacedRow } from './blocks.ts';
import { readJson } from './exact-cell.ts';
import { cellIssue } from './place-issue.ts';
import { moreLabel, readMore, readRecord, type Field } from './record-fields.ts';
import { isBlank, textOf, type CellValue } from './sheets.ts';
import { noMatch, readFacts, readOutcome, testColumnLabel, testColumns, testFields } from './test-cells.ts';

interface Records {
  records: JsonObject[];
  notes: Issue[];
}

/** Reads the rows below a block's header, by the labels in it; columns may stand in any order. */
export function readRecords(block: Block, fields: readonly Field[]): Records {
  return readRows(block, [...fields.map(({ label }) => label), moreLabel], (cellOf) =>
    readRecord(
      fields.map(({ label }) => cellOf(label)),
      fields,
      cellOf(moreLabel),
    ),
  );
}

/** Reads tests: facts and outcome from their columns, or as JSON. */
export function readTests(block: Block, table: DecisionTable): Records {
  const columns = testColumns(table);
  const labels = [
    ...testFields.map(({ label }) => label),
    ...columns.map(testColumnLabel),
    'Facts',
    'Outcome',
    moreLabel,
  ];
  return readRows(block, labels, (cellOf, row, notes) => {
    const cells = columns.map((column) => cellOf(testColumnLabel(column)));
    const json = (label: string): JsonObject[string] => {
      const cell = cellOf(label);
      if (isBlank(cell)) return undefined;
      const value = readJson(textOf(cell));
      if (value === undefined) notes.push(cellIssue('cell_not_json', 'error', row, 0, { column: label }));
      return value;
    };
    const none = textOf(cellOf('Outcome')).trim().toLowerCase() === noMatch;
    const facts = json('Facts') ?? readFacts(cells, columns);
    const outcome = none ? null : (json('Outcome') ?? readOutcome(cells, columns));
    const head = readRecord(
      testFields.map(({ label }) => cellOf(label)),
      testFields,
    );
    return { ...head, facts, outcome, ...readMore(cellOf(moreLabel)) };
  });
}

type CellOf = (label: string) => CellValue | undefined;

function readRows(
  block: Block,
  labels: readonly string[],
  read: (cellOf: CellOf, row: PlacedRow, notes: Issue[]) => JsonObject,
): Records {
  const [header, ...rows] = block.rows;
  const notes: Issue[] = [];
  if (header === undefined) return { records: [], notes };
  const places = new Map<string, number>();
  for (const [index, cell] of header.cells.entries()) {
    if (isBlank(cell)) continue;
    const found = textOf(cell);
    const loose = found.trim().toLowerCase();
    const label = labels.find((known) => known === found) ?? labels.find((known) => known.toLowerCase() === loose);
    if (label === undefined || places.has(label)) {
      notes.push(cellIssue('unknown_record_column', 'warning', header, index, { found, known: [...labels] }));
    } else places.set(label, index);
  }
  const records = rows.map((row) =>
    read(
      (label) => {
        const place = places.get(label);
        return place === undefined ? undefined : row.cells[place];
      },
      row,
      notes,
    ),
  );
  return { records, notes };
}
