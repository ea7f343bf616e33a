import { TakenNames } from './taken-names.ts';
import { errorIssue, type Issue } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { parseCell, parseUnaryTests } from '../cell/parse-unary-tests.ts';
import type { TableAnnotation, TableRow, ValueType } from '../model.ts';
import type { UnaryTests } from '../cell/unary-tests.ts';
import type { DecisionContext } from './decision-context.ts';
import type { DmnRule, DmnTable, DmnText } from './dmn-elements.ts';
import { readEntry } from './entry-literal.ts';
import { columnIdOf, type QualifiedName } from './feel-names.ts';
import { readKeptFields } from './kept-fields.ts';
import { restoreRow } from './kept-rows.ts';
import type { InputColumn, OutputColumn } from './read-columns.ts';
import { respellCell } from './respell-cell.ts';

/** Issues of one table beyond these say nothing new. */
const maxIssues = 50;

/** The rows of a table, and what was learned from them about its columns. */
export interface ReadRows {
  rows: TableRow[];
  issues: Issue[];
}

/**
 * Reads the rules of a table. A name in a cell that is no column yet becomes one without cells, at the end of `columns`;
 * columns without a type get the one type that their cells or entries show.
 * @returns the rows, or issues: those of cells with `row`, `input` and `cell`; `dmn_output_expression`;
 *   `dmn_rule_entries` (more entries than columns)
 */
export function readRows(
  table: DmnTable,
  columns: InputColumn[],
  outputs: OutputColumn[],
  context: DecisionContext,
): ReadRows {
  const reader = new RowReader(columns, outputs, annotationsOf(table), context);
  const plainIds = new TakenNames();
  const taken = new TakenNames();
  const rows = (table.rule ?? []).map((rule, at) => {
    const plain = reader.row(rule, plainIds.claim(rule.id ?? `row-${at + 1}`, '-'));
    const row = restoreRow(plain, readKeptFields(rule, 'row'));
    return { ...row, id: taken.claim(row.id, '-') };
  });
  reader.settleTypes();
  return { rows, issues: reader.issues };
}

/** The columns of remarks: an unnamed one alone holds the reasons, and is none of them. */
export function annotationsOf(table: DmnTable): TableAnnotation[] {
  const clauses = table.annotation ?? [];
  if (clauses.length === 1 && (clauses[0]?.name ?? '').trim() === '') return [];
  const taken = new TakenNames();
  return clauses.map(({ name }, at) => {
    const title = name?.trim() || `Annotation ${at + 1}`;
    return { id: columnIdOf(title, `annotation${at + 1}`, taken), name: title };
  });
}

class RowReader {
  readonly issues: Issue[] = [];
  private readonly columns: InputColumn[];
  private readonly clauseCount: number;
  private readonly outputs: OutputColumn[];
  private readonly annotations: TableAnnotation[];
  private readonly context: DecisionContext;
  private readonly ids: TakenNames;
  private readonly byName = new Map<string, string>();
  /** Types of the literals that stand in a column's cells or entries. */
  private readonly shown = new Map<object, Set<string>>();

  constructor(
    columns: InputColumn[],
    outputs: OutputColumn[],
    annotations: TableAnnotation[],
    context: DecisionContext,
  ) {
    this.columns = columns;
    this.clauseCount = columns.length;
    this.outputs = outputs;
    this.annotations = annotations;
    this.context = context;
    this.ids = new TakenNames(columns.map(({ input }) => input.id));
    for (const { name, input } of columns) {
      if (!this.byName.has(keyOf(name))) this.byName.set(keyOf(name), input.id);
    }
  }

  row(rule: DmnRule, id: string): TableRow {
    const cells = rule.inputEntry ?? [];
    const entries = rule.outputEntry ?? [];
    const clauses = this.columns.slice(0, this.clauseCount);
    if (cells.length > clauses.length || entries.length > this.outputs.length) {
      this.refuse('dmn_rule_entries', { row: id, found: cells.length + entries.length });
    }
    const when = clauses.map((column, at) => [column.input.id, this.cell(cells[at], column, id)] as const);
    const then = this.outputs.map((output, at) => [output.id, this.entry(entries[at], output, id)] as const);
    const remarks = (rule.annotationEntry ?? []).map(({ text }) => text ?? '');
    const reason = rule.description ?? (this.annotations.length === 0 ? remarks[0] : undefined) ?? '';
    const annotations = this.annotations.map((annotation, at) => [annotation.id, remarks[at] ?? ''] as const);
    return {
      id,
      when: Object.fromEntries(when.filter(([, cell]) => cell !== '')),
      then: Object.fromEntries(then.filter(([, value]) => value !== undefined)) as Record<string, JsonValue>,
      ...(reason === '' ? {} : { reason }),
      ...(annotations.some(([, text]) => text !== '')
        ? { annotations: Object.fromEntries(annotations.filter(([, text]) => text !== '')) }
        : {}),
    };
  }

  private cell(entry: DmnText | undefined, column: InputColumn, row: string): string {
    const text = entry?.text ?? '';
    if (text.trim() === '' || text.trim() === '-') return '';
    // The table is refused already; a suggestion for each of its cells would take long.
    if (this.issues.length >= maxIssues) return '';
    const cell = respellCell(text, this.context.scope, (name) => this.columnFor(name, column));
    const parsed = parseCell(cell, { inputs: this.ids });
    if (parsed.ok) this.learn(column, parsed.value);
    for (const issue of parsed.ok ? [] : parsed.issues) {
      this.refuse(issue.code, { ...issue.params, row, input: column.input.name, cell });
    }
    return cell;
  }

  /** The column that holds the value of a name; a new one when the table only compares with it. */
  private columnFor(name: QualifiedName, comparedWith: InputColumn): string | null {
    const known = this.byName.get(keyOf(name));
    if (known !== undefined) return known;
    const place = this.context.placeOf(name);
    if (place === null || name.type.components !== undefined) return null;
    const title = [name.variable, ...name.fields].join('.');
    const id = columnIdOf(name.fields.at(-1) ?? name.variable, `input${this.columns.length + 1}`, this.ids);
    const type = name.type.type ?? comparedWith.input.type;
    this.columns.push({ input: { id, name: title, ...place, type }, name });
    this.byName.set(keyOf(name), id);
    return id;
  }

  private entry(entry: DmnText | undefined, output: OutputColumn, row: string): JsonValue | undefined {
    const text = entry?.text ?? '';
    const read = readEntry(text);
    if (read.kind === 'blank') return undefined;
    if (read.kind === 'value') {
      if (read.value !== null) this.show(output, literalTypeOf(text, read.value));
      return read.value;
    }
    this.refuse('dmn_output_expression', { row, output: output.name, expression: text.slice(0, 200) });
    return undefined;
  }

  private refuse(code: string, params: Issue['params']): void {
    if (this.issues.length < maxIssues)
      this.issues.push(errorIssue(code, [], { decision: this.context.name, ...params }));
  }

  private learn(column: InputColumn, tests: UnaryTests): void {
    if (column.input.type !== null || tests.kind === 'any') return;
    for (const test of tests.tests) {
      const operands =
        test.kind === 'list' ? test.members : test.kind === 'interval' ? [test.low, test.high] : [test.operand];
      for (const operand of operands) {
        if (operand.kind === 'literal' && operand.type !== 'null') this.show(column.input, operand.type);
      }
    }
  }

  private show(column: object, type: string): void {
    this.shown.set(column, (this.shown.get(column) ?? new Set()).add(type));
  }

  /** A column whose type nobody says has the type of what stands in it; one of several types, or none, is text. */
  settleTypes(): void {
    for (const column of [...this.columns.map(({ input }) => input), ...this.outputs]) {
      const [only, ...others] = this.shown.get(column) ?? [];
      column.type ??= only === undefined || others.length > 0 ? 'string' : (only as ValueType);
    }
  }
}

function literalTypeOf(text: string, value: JsonValue): string {
  if (Array.isArray(value)) return 'list';
  const parsed = typeof value === 'string' && text.trim().startsWith('"') ? null : parseUnaryTests(text);
  const test = parsed?.ok === true && parsed.value.kind === 'tests' ? parsed.value.tests[0] : undefined;
  return test?.kind === 'comparison' && test.operand.kind === 'literal' ? test.operand.type : 'string';
}

function keyOf({ variable, fields }: QualifiedName): string {
  return JSON.stringify([variable, ...fields]);
}
