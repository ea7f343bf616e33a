import { errorIssue, type Issue, type Result } from '../../issue.ts';
import type { JsonValue } from '../../json.ts';
import { sameJson } from '../../same-json.ts';
import type { DecisionTable, TableInput } from '../model.ts';
import type { WrittenDmnVersion } from './dmn-1-5.ts';
import type { DmnDecision, DmnDefinitions, DmnElement, DmnInputData, DmnTable } from './dmn-elements.ts';
import { dmnWriter } from './dmn-moddle-port.ts';
import { inputChecks, outputChecks, tableChecks } from './field-checks.ts';
import { readDefinitions } from './import-dmn.ts';
import type { TableParts } from './read-table.ts';
import { keptFields, type KeptFields } from './kept-fields.ts';
import { keptRow } from './kept-rows.ts';
import { layOut } from './lay-out.ts';
import { WrittenIds } from './written-ids.ts';
import { WrittenNames } from './written-names.ts';
import { WrittenTypes } from './write-types.ts';
import { writeTable, type Writing } from './write-table.ts';
import { xmlJson, xmlText } from './xml-text.ts';

/** How a document is written. */
export interface DmnExportOptions {
  /**
   * Version of DMN; what is written differs in the namespaces alone.
   * @default '1.3' chosen: because dmn-js, and with it most editors, opens no later one
   */
  version?: WrittenDmnVersion;
}

/**
 * Writes tables as a DMN document, with the tables that they use as required decisions, their inputs as input data, and
 * a drawing of the requirements.
 *
 * What DMN cannot say (sources, assumptions, tests, owner, version, days of validity, rows that are switched off, …) stands
 * in `extensionElements` of the namespace of Steward, and `importDmn` gives it back; `dmnLimits` tells what other tools
 * will not know.
 * @param tables one table or several; the first is the one that `importDmn` gives back as `top`
 * @returns the XML; or issues: `dmn_same_id` for two different tables of one id, `dmn_unknown_table` for an input that
 *   reads from none of them, `dmn_value_not_writable`, issues of cells with `row` and `input`, `dmn_cycle`
 * @example const xml = await exportDmn(table, { version: '1.5' })
 * @source DMN 1.5, chapters 6 to 8 and 13 (diagram interchange)
 */
export async function exportDmn(
  tables: DecisionTable | readonly DecisionTable[],
  options: DmnExportOptions = {},
): Promise<Result<string>> {
  const gathered = gather('id' in tables ? [tables] : tables);
  if (!gathered.ok) return gathered;
  const writer = dmnWriter();
  const names = new WrittenNames(gathered.value);
  const ids = new WrittenIds();
  const writing: Writing = { writer, ids, names, types: new WrittenTypes(writer), issues: [] };
  const document = writeDocument(gathered.value, writing);
  if (writing.issues.length > 0) return { ok: false, issues: writing.issues };
  const kept = keepTheRest(document, gathered.value, writing);
  if (kept.length > 0) return { ok: false, issues: kept };
  return { ok: true, value: await writer.write(document.definitions, options.version ?? '1.3') };
}

/** All tables of a document, the used ones after those that were given. */
function gather(tables: readonly DecisionTable[]): Result<DecisionTable[]> {
  const all = new Map<string, DecisionTable>();
  const issues: Issue[] = [];
  for (const table of [...tables, ...tables.flatMap(({ uses }) => uses ?? [])]) {
    const known = all.get(table.id);
    if (known === undefined) all.set(table.id, table);
    else if (!sameJson({ ...known, uses: undefined }, { ...table, uses: undefined })) {
      issues.push(errorIssue('dmn_same_id', [], { id: table.id }));
    }
  }
  for (const { inputs, name } of all.values()) {
    for (const { from, name: input } of inputs) {
      if (from === undefined || all.has(from)) continue;
      issues.push(errorIssue('dmn_unknown_table', [], { table: name, input, found: from, known: [...all.keys()] }));
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: [...all.values()] };
}

interface WrittenDocument {
  definitions: DmnDefinitions;
  decisions: DmnDecision[];
}

function writeDocument(tables: DecisionTable[], writing: Writing): WrittenDocument {
  const { writer, ids, names, types } = writing;
  const decisionIds = new Map(tables.map(({ id }) => [id, ids.claim(id)]));
  const decisions = tables.map((table) => writeTable(table, decisionIds.get(table.id) as string, writing));
  const places = tables.flatMap(({ inputs }) => inputs).map((input) => ({ input, place: names.place(input) }));
  const facts = places.filter(({ input }) => input.from === undefined);
  const inputIds = new Map<string, string>();
  const inputs = [...new Set(facts.map(({ place }) => place.variable))].map((variable) => {
    const id = ids.claim(`input-${variable}`);
    inputIds.set(variable, id);
    const typeRef = types.inputType(variable, facts);
    const item = { id: ids.claim(`${id}-variable`), name: variable, ...(typeRef === undefined ? {} : { typeRef }) };
    const variableItem = writer.create('dmn:InformationItem', item);
    return writer.create('dmn:InputData', { id, name: variable, variable: variableItem }) as DmnInputData;
  });
  for (const [at, decision] of decisions.entries()) {
    const needed = (tables[at] as DecisionTable).inputs.map((input: TableInput) =>
      input.from === undefined
        ? { requiredInput: inputIds.get(names.place(input).variable) as string }
        : { requiredDecision: decisionIds.get(input.from) as string },
    );
    decision.informationRequirement = requirements(needed, decision.id ?? '', writing) as NonNullable<
      DmnDecision['informationRequirement']
    >;
  }
  const definitions = writer.create('dmn:Definitions', {
    id: ids.claim(`model-${decisions[0]?.id ?? ''}`),
    name: xmlText(tables[0]?.name ?? ''),
    namespace: `urn:steward:${decisions[0]?.id ?? ''}`,
    exporter: 'Steward',
    itemDefinition: types.definitions,
    drgElement: [...decisions, ...inputs],
    dmnDI: layOut(decisions, inputs, writer, ids),
  }) as DmnDefinitions;
  return { definitions, decisions };
}

function requirements(needed: Record<string, string>[], decision: string, { writer, ids }: Writing): unknown[] {
  const distinct = new Map(needed.map((one) => [JSON.stringify(one), one]));
  return [...distinct.values()].map((one) => {
    const [kind, id] = Object.entries(one)[0] as [string, string];
    return writer.create('dmn:InformationRequirement', {
      id: ids.claim(`${decision}-needs-${id}`),
      [kind]: writer.create('dmn:DMNElementReference', { href: `#${id}` }),
    });
  });
}

/**
 * Reads what was written as an import would, and keeps beside each element what reads differently from ours. In three
 * rounds: ids of tables and results first, since columns name them, then columns, since cells name those.
 */
function keepTheRest({ definitions, decisions }: WrittenDocument, tables: DecisionTable[], writing: Writing): Issue[] {
  const round = (
    parts: TableParts,
    visit: (plain: DecisionTable, ours: DecisionTable, decision: DmnDecision) => void,
  ): Issue[] => {
    const read = readDefinitions(definitions, parts);
    if (!read.ok) return read.issues;
    const problems = read.value.notes.map((issue): Issue => ({ ...issue, severity: 'error' }));
    for (const [at, decision] of decisions.entries()) {
      const plain = read.value.decisions.find(({ id }) => id === decision.id);
      if (plain === undefined) return problems;
      visit(plain.table, tables[at] as DecisionTable, decision);
    }
    return [];
  };
  const keep = (element: DmnElement, name: string, kept: KeptFields | null) => {
    if (kept === null) return;
    const own = writing.writer.own(name, xmlJson(kept));
    element.extensionElements = writing.writer.create('dmn:ExtensionElements', { values: [own] }) as NonNullable<
      DmnElement['extensionElements']
    >;
  };
  const tableKept = new Map<DmnDecision, KeptFields>();
  const clauses = ({ decisionLogic }: DmnDecision) => decisionLogic as DmnTable;
  const tableFields = Object.keys(tableChecks).filter((field) => field !== 'usesOrder' && field !== 'disabledRows');

  const first = round('columns', (plain, ours, decision) => {
    const kept = keptFields(plain, ours, tableFields);
    if (kept !== null) tableKept.set(decision, kept);
    keep(decision, 'table', kept);
    for (const [at, clause] of (clauses(decision).output ?? []).entries()) {
      keep(clause, 'output', differences(plain.outputs[at], ours.outputs[at], outputChecks));
    }
  });
  if (first.length > 0) return first;
  const second = round('columns', (plain, ours, decision) => {
    for (const [at, clause] of (clauses(decision).input ?? []).entries()) {
      keep(clause, 'input', differences(plain.inputs[at], ours.inputs[at], inputChecks));
    }
  });
  if (second.length > 0) return second;
  return round('all', (plain, ours, decision) => {
    const rows = ours.rows.filter(({ disabled }) => disabled !== true);
    for (const [at, rule] of (clauses(decision).rule ?? []).entries()) {
      const [shown, real] = [plain.rows[at], rows[at]];
      if (shown !== undefined && real !== undefined) keep(rule, 'row', keptRow(shown, real));
    }
    const kept = tableKept.get(decision) ?? { is: {}, insteadOf: {} };
    const disabled = ours.rows.flatMap((row, at) => (row.disabled === true ? [{ at, row }] : []));
    if (disabled.length > 0) kept.is['disabledRows'] = disabled as unknown as JsonValue;
    const order = ours.uses?.map(({ id }) => id);
    if (
      !sameJson(
        order,
        plain.uses?.map(({ id }) => id),
      ) &&
      order !== undefined
    )
      kept.is['usesOrder'] = order;
    if (Object.keys(kept.is).length + Object.keys(kept.insteadOf).length > 0) keep(decision, 'table', kept);
  });
}

function differences<T extends object>(plain: T | undefined, ours: T | undefined, checks: object): KeptFields | null {
  return plain === undefined || ours === undefined ? null : keptFields(plain, ours, Object.keys(checks));
}
