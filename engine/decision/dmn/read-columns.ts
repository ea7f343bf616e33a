import { errorIssue, type Issue } from '../../issue.ts';
import type { TableInput, TableOutput, ValueType } from '../model.ts';
import { readAllowedValues } from './allowed-values.ts';
import type { DmnInputClause, DmnOutputClause, DmnTable } from './dmn-elements.ts';
import { readEntry } from './entry-literal.ts';
import { columnIdOf, normalName, readQualifiedName, type QualifiedName } from './feel-names.ts';
import { inputChecks, outputChecks } from './field-checks.ts';
import { readKeptFields, restoreFields } from './kept-fields.ts';
import type { DecisionContext } from './decision-context.ts';
import { followDefinition, followType, type DmnType } from './type-references.ts';
import { TakenNames } from './taken-names.ts';

/** A column of conditions with what is known of it until its cells are read. */
export interface InputColumn {
  input: Omit<TableInput, 'type'> & { type: ValueType | null };
  /** The name that its expression says. */
  name: QualifiedName;
}

/**
 * Reads the input clauses of a table.
 * @returns the columns, or issues: `dmn_input_expression` (the expression computes), `dmn_input_object` (it names an
 *   object), both with `decision`, `input`, `expression`; warnings go to `context.notes`
 */
export function readInputs(table: DmnTable, context: DecisionContext): { columns: InputColumn[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const columns: InputColumn[] = [];
  const ids = new TakenNames();
  for (const [at, clause] of (table.input ?? []).entries()) {
    const column = readInput(clause, at, ids, context);
    if ('code' in column) issues.push(column);
    else columns.push(column);
  }
  const taken = new TakenNames();
  for (const { input } of columns) input.id = taken.claim(input.id, '');
  return { columns, issues };
}

function readInput(clause: DmnInputClause, at: number, ids: TakenNames, context: DecisionContext): InputColumn | Issue {
  const expression = normalName(clause.inputExpression?.text ?? '');
  const label = clause.label?.trim() ?? '';
  const params = { decision: context.name, input: label || expression || `${at + 1}`, expression };
  const name = readQualifiedName(expression, context.scope);
  if (name === null) return errorIssue('dmn_input_expression', [], params);
  const place = context.placeOf(name);
  const type = withAllowed(followType(clause.inputExpression?.typeRef, context.scope.types), name.type);
  if (place === null || type.components !== undefined) return errorIssue('dmn_input_object', [], params);
  const plain: InputColumn['input'] = {
    id: columnIdOf(name.fields.at(-1) ?? name.variable, `input${at + 1}`, ids),
    name: label || expression,
    ...place,
    type: type.type,
    ...allowedOf(clause.inputValues?.text ?? (type.members ?? type).allowed, params, context),
    ...(clause.description === undefined ? {} : { description: clause.description }),
  };
  return { input: restoreFields(plain, readKeptFields(clause, 'input'), inputChecks), name };
}

/** The type that a clause names, or else that of the variable. */
function withAllowed(own: DmnType, variable: DmnType): DmnType {
  if (own.type === null && own.components === undefined) return variable;
  return own.allowed === undefined && variable.type === own.type && variable.allowed !== undefined
    ? { ...own, allowed: variable.allowed }
    : own;
}

function allowedOf(text: string | undefined, params: Issue['params'], context: DecisionContext) {
  const allowed = readAllowedValues(text);
  if (allowed === null) context.note('dmn_allowed_values', { ...params, expression: (text ?? '').slice(0, 200) });
  return allowed ?? {};
}

/** A column of results until its entries are read. */
export type OutputColumn = Omit<TableOutput, 'type'> & { type: ValueType | null };

/**
 * Reads the output clauses of a table. A clause without a name has the name of the decision, as its result has in DMN.
 * @returns the columns, or issues: `dmn_output_expression` for a default that computes
 */
export function readOutputs(table: DmnTable, context: DecisionContext): { columns: OutputColumn[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const clauses = table.output ?? [];
  const taken = new TakenNames();
  const columns = clauses.map((clause, at) => {
    const key = context.resultNames[at] ?? `output${at + 1}`;
    const label = clause.label?.trim() ?? '';
    const params = { decision: context.name, output: label || key };
    const type = outputType(clause, table, clauses.length === 1, context);
    const { allowed, allowedRange } = allowedOf(
      clause.outputValues?.text ?? (type.members ?? type).allowed,
      { ...params, input: params.output },
      context,
    );
    if (allowedRange !== undefined) context.note('dmn_output_range', { ...params, expression: allowedRange });
    const fallback = readEntry(clause.defaultOutputEntry?.text ?? '');
    if (fallback.kind === 'expression') {
      issues.push(
        errorIssue('dmn_output_expression', [], { ...params, expression: clause.defaultOutputEntry?.text ?? '' }),
      );
    }
    const plain: OutputColumn = {
      id: key,
      name: label || key,
      type: type.type,
      ...(allowed === undefined ? {} : { allowed }),
      ...(fallback.kind === 'value' ? { default: fallback.value } : {}),
      ...(clause.description === undefined ? {} : { description: clause.description }),
    };
    const column = restoreFields(plain, readKeptFields(clause, 'output'), outputChecks);
    return { ...column, id: taken.claim(column.id, ' ') };
  });
  return { columns, issues };
}

function outputType(clause: DmnOutputClause, table: DmnTable, alone: boolean, context: DecisionContext): DmnType {
  const { types } = context.scope;
  const own = followType(clause.typeRef, types);
  if (own.type !== null || table.aggregation === 'COUNT') return own;
  const whole = [table.typeRef, context.variableType].map((reference) => followType(reference, types));
  const known = whole.find(({ type, components }) => type !== null || components !== undefined) ?? own;
  const single = context.givesList && known.members !== undefined ? known.members : known;
  if (alone && single.components === undefined) return single;
  const component = single.components?.get(clause.name ?? '');
  return component === undefined ? own : followDefinition(component, types);
}
