import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { parseCell } from '../cell/parse-unary-tests.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { DecisionTable, TableInput, TableRow } from '../model.ts';
import { writeAllowedValues } from './allowed-values.ts';
import type { DmnDecision } from './dmn-elements.ts';
import type { DmnWriter } from './dmn-moddle-port.ts';
import { writeEntry } from './entry-literal.ts';
import { aggregationWords, hitPolicyWords } from './read-table.ts';
import type { WrittenIds } from './written-ids.ts';
import { expressionOf, type WrittenNames } from './written-names.ts';
import type { WrittenTypes } from './write-types.ts';
import { xmlCell, xmlText } from './xml-text.ts';

/** What all tables of a document share while they are written. */
export interface Writing {
  writer: DmnWriter;
  ids: WrittenIds;
  names: WrittenNames;
  types: WrittenTypes;
  issues: Issue[];
}

/**
 * Writes a table as a decision; its requirements are added by who knows the other elements.
 * @param id id of the decision
 * @returns the decision; what cannot be written goes to `writing.issues`: the issues of cells with `row` and `input`,
 *   `dmn_value_not_writable` with `row` and `output`
 */
export function writeTable(table: DecisionTable, id: string, writing: Writing): DmnDecision {
  const { writer, ids, names, types } = writing;
  const name = names.decision(table.id);
  const create = (type: string, properties: object) => writer.create(`dmn:${type}`, properties);
  const results = names.results(table.id);
  const isAlone = table.outputs.length === 1;
  const written = { table, inputs: new Set(table.inputs.map((input) => input.id)) };
  const logic = create('DecisionTable', {
    id: ids.claim(`${id}-table`),
    hitPolicy: wordOf(hitPolicyWords, table.hitPolicy),
    ...(table.aggregation === undefined ? {} : { aggregation: wordOf(aggregationWords, table.aggregation) }),
    outputLabel: xmlText(table.name),
    input: table.inputs.map((input) => {
      const allowed = writeAllowedValues(input, input.type);
      return create('InputClause', {
        id: ids.claim(`${id}-${input.id}`),
        label: xmlText(input.name),
        ...described(input.description),
        inputExpression: create('LiteralExpression', {
          id: ids.claim(`${id}-${input.id}-expression`),
          typeRef: types.reference(input.type),
          text: expressionOf(names.place(input)),
        }),
        ...(allowed === undefined ? {} : { inputValues: create('UnaryTests', { text: xmlCell(allowed) }) }),
      });
    }),
    output: table.outputs.map((output, at) => {
      const allowed = writeAllowedValues({ ...(output.allowed && { allowed: output.allowed }) }, output.type);
      const fallback = output.default === undefined ? null : entryOf(output.default, output, null, writing);
      return create('OutputClause', {
        id: ids.claim(`${id}-result-${at + 1}`),
        label: xmlText(output.name),
        ...(isAlone ? {} : { name: results[at] }),
        typeRef: types.reference(output.type),
        ...described(output.description),
        ...(allowed === undefined ? {} : { outputValues: create('UnaryTests', { text: xmlCell(allowed) }) }),
        ...(fallback === null ? {} : { defaultOutputEntry: create('LiteralExpression', { text: fallback }) }),
      });
    }),
    annotation: (table.annotations ?? []).map((column) =>
      create('RuleAnnotationClause', { name: xmlText(column.name) }),
    ),
    rule: table.rows.filter(({ disabled }) => disabled !== true).map((row) => writeRow(row, written, id, writing)),
  });
  const typeRef = types.decisionType(table, names);
  return create('Decision', {
    id,
    name,
    ...(name === table.name ? {} : { label: xmlText(table.name) }),
    ...described(table.description),
    variable: create('InformationItem', {
      id: ids.claim(`${id}-variable`),
      name,
      ...(typeRef === undefined ? {} : { typeRef }),
    }),
    decisionLogic: logic,
  }) as DmnDecision;
}

interface WrittenTable {
  table: DecisionTable;
  /** Ids of its inputs. */
  inputs: ReadonlySet<string>;
}

function writeRow(row: TableRow, written: WrittenTable, decision: string, writing: Writing): unknown {
  const { table } = written;
  const { writer, ids } = writing;
  const id = ids.claim(row.id, `${decision}-row`);
  const create = (type: string, properties: object) => writer.create(`dmn:${type}`, properties);
  return create('DecisionRule', {
    id,
    ...described(row.reason),
    inputEntry: table.inputs.map((input, at) =>
      create('UnaryTests', { id: ids.claim(`${id}-in-${at + 1}`), text: cellOf(row, input, written, writing) }),
    ),
    outputEntry: table.outputs.map((output, at) =>
      create('LiteralExpression', {
        id: ids.claim(`${id}-out-${at + 1}`),
        text: entryOf(own(row.then, output.id) ?? null, output, row.id, writing),
      }),
    ),
    annotationEntry: (table.annotations ?? []).map((column) =>
      create('RuleAnnotation', { text: xmlText(own(row.annotations ?? {}, column.id) ?? '') }),
    ),
  });
}

/** A cell with DMN's names in place of ids of columns. */
function cellOf(row: TableRow, { id, name }: TableInput, { table, inputs }: WrittenTable, writing: Writing): string {
  const cell = own(row.when, id) ?? '';
  if (cell === '') return '-';
  const parsed = parseCell(cell, { inputs });
  if (!parsed.ok) {
    writing.issues.push(
      ...parsed.issues.map((issue) => ({ ...issue, params: { ...issue.params, row: row.id, input: name, cell } })),
    );
    return '-';
  }
  if (parsed.value.kind === 'any') return '-';
  let written = cell;
  for (const reference of referencesIn(parsed.value).reverse()) {
    const input = table.inputs.find((one) => one.id === reference.input) as TableInput;
    written =
      written.slice(0, reference.start) + expressionOf(writing.names.place(input)) + written.slice(reference.end);
  }
  return xmlCell(written);
}

/** References to other columns, in the order of the text. */
function referencesIn(tests: UnaryTests): { input: string; start: number; end: number }[] {
  if (tests.kind === 'any') return [];
  return tests.tests
    .flatMap((test) =>
      test.kind === 'comparison' ? [test.operand] : test.kind === 'interval' ? [test.low, test.high] : [],
    )
    .filter((operand) => operand.kind === 'reference');
}

function entryOf(
  value: JsonValue,
  output: { name: string; type: TableInput['type'] },
  row: string | null,
  writing: Writing,
): string {
  const entry = writeEntry(value, output.type);
  if (entry !== null) return xmlCell(entry);
  const found = JSON.stringify(value).slice(0, 100);
  const params = { ...(row === null ? {} : { row }), output: output.name, found };
  writing.issues.push(errorIssue('dmn_value_not_writable', [], params));
  return '';
}

function described(description: string | undefined): { description?: string } {
  return description === undefined || xmlText(description) === '' ? {} : { description: xmlText(description) };
}

function wordOf(words: ReadonlyMap<string, string>, ours: string): string {
  return [...words].find(([, one]) => one === ours)?.[0] ?? '';
}

/** Ids may be called like members that every object has. */
function own<T>(values: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
