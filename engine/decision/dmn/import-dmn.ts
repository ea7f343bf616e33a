import { errorIssue, type Issue, type Result } from '../../issue.ts';
import { sameJson } from '../../same-json.ts';
import type { DecisionTable } from '../model.ts';
import { nameTables } from './decision-context.ts';
import { isDecision, isTable, type DmnDecision, type DmnDefinitions, type DmnElement } from './dmn-elements.ts';
import { readDmnXml } from './dmn-moddle-port.ts';
import { nameWhatIsNotRun } from './name-what-is-not-run.ts';
import { readTable, type ReadTable, type TableParts } from './read-table.ts';
import { screenXml } from './screen-xml.ts';
import { typeNamesOf } from './type-references.ts';

/** A decision that can be run. */
export interface DmnModelDecision {
  /** Id of the decision in the document. */
  id: string;
  name: string;
  /** The table, with the tables that it needs in `uses`. */
  table: DecisionTable;
}

/** chosen: 2,000 elements, because a drawing of 200 is hard to read, and tables that need each other are written out for each. */
const maxElements = 2000;
/** chosen: 1,000 columns, because the largest tables of the field have 50. */
const maxColumns = 1000;
/** Issues of one decision beyond these say nothing new. */
const maxIssues = 50;

/** The decision tables of a DMN document. */
export interface DmnModel {
  name: string;
  /** In the order of the document; at least one. */
  decisions: DmnModelDecision[];
  /** Id of a decision that no other one needs: the first in the document. */
  top: string;
  /** Warnings: what of the document is not run or not kept, by name. */
  notes: Issue[];
}

/**
 * Reads the decision tables of a DMN document, version 1.1 to 1.5.
 *
 * A decision is left out, and named in the notes, when a part of its table cannot be run: an input expression or output
 * entry that computes, a cell that is no unary test. A required decision that is no table becomes a required input of the
 * name of that decision, with a note, since its value has to come from elsewhere.
 * @param xml the document
 * @returns the model; or issues: those of `screenXml` and `dmn_part_unreadable` for what is no DMN, `dmn_no_table` where no
 *   decision is a table, `dmn_too_many_elements`, `dmn_too_many_columns`, `dmn_cycle`, or every reason why none of the tables can be run
 * @example const model = await importDmn(xml); if (model.ok) decideTable(model.value.decisions[0].table, item, mapping)
 * @source DMN 1.5, chapters 6 to 8
 */
export async function importDmn(xml: string): Promise<Result<DmnModel>> {
  const screened = screenXml(xml);
  if (!screened.ok) return screened;
  const definitions = await readDmnXml(screened.value);
  return definitions.ok ? readDefinitions(definitions.value) : definitions;
}

/** Reads the tables of a document that is parsed already. */
export function readDefinitions(definitions: DmnDefinitions, parts: TableParts = 'all'): Result<DmnModel> {
  const elements = definitions.drgElement ?? [];
  const large = tooLarge(elements);
  if (large !== null) return { ok: false, issues: [large] };
  const names = nameTables(elements, typeNamesOf(definitions));
  const tables = new Map<DmnDecision, ReadTable>();
  const problems: Issue[] = [];
  const notes = nameWhatIsNotRun(definitions);
  for (const decision of elements.filter(isDecision)) {
    if (!isTable(decision.decisionLogic)) continue;
    const read = readTable(decision, names, parts);
    if (read.ok) tables.set(decision, read.value);
    else problems.push(...read.issues.slice(0, maxIssues));
  }
  leaveOutNeedy(tables, problems);
  const [first] = tables.values();
  if (first === undefined) return { ok: false, issues: problems.length > 0 ? problems : [noTable(notes)] };
  const cycle = cycleOf(tables);
  if (cycle !== null) return { ok: false, issues: [errorIssue('dmn_cycle', [], { decision: cycle.name ?? '' })] };
  const decisions = [...tables.values()].map((read) => ({
    id: idOf(read),
    name: read.table.name,
    table: withUses(read, tables),
  }));
  const needed = new Set([...tables.values()].flatMap(({ required }) => [...required]));
  const top = [...tables.values()].find(({ decision }) => !needed.has(decision)) ?? first;
  const warnings = problems.map((issue): Issue => ({ ...issue, severity: 'warning' }));
  return {
    ok: true,
    value: {
      name: definitions.name?.trim() || first.table.name,
      decisions,
      top: idOf(top),
      notes: [...notes, ...[...tables.values()].flatMap((read) => read.notes), ...warnings],
    },
  };
}

function tooLarge(elements: DmnElement[]): Issue | null {
  if (elements.length > maxElements) return errorIssue('dmn_too_many_elements', [], { limit: maxElements });
  for (const { decisionLogic, name } of elements.filter(isDecision)) {
    if (!isTable(decisionLogic)) continue;
    const { input = [], output = [], annotation = [] } = decisionLogic;
    const columns = input.length + output.length + annotation.length;
    if (columns > maxColumns) {
      return errorIssue('dmn_too_many_columns', [], { decision: name ?? '', limit: maxColumns });
    }
  }
  return null;
}

function idOf({ decision, table }: ReadTable): string {
  return decision.id ?? table.id;
}

function noTable(notes: Issue[]): Issue {
  const found = notes.filter(({ code }) => code === 'dmn_not_run').map(({ params }) => params['name'] ?? '');
  return errorIssue('dmn_no_table', [], { found: found.slice(0, 20) });
}

/** A table that needs one that cannot be run cannot be run either. */
function leaveOutNeedy(tables: Map<DmnDecision, ReadTable>, problems: Issue[]): void {
  for (let before = -1; before !== tables.size;) {
    before = tables.size;
    for (const [decision, { required }] of tables) {
      const missing = [...required].find((needed) => !tables.has(needed));
      if (missing === undefined) continue;
      tables.delete(decision);
      problems.push(
        errorIssue('dmn_needs_left_out', [], { decision: decision.name ?? '', needed: missing.name ?? '' }),
      );
    }
  }
}

/** The tables that a table needs, directly or not, each after those that it needs itself. */
function neededBy(read: ReadTable, tables: Map<DmnDecision, ReadTable>): ReadTable[] {
  const ordered = new Set<ReadTable>();
  const pending = [...read.required].reverse();
  while (pending.length > 0) {
    const needed = tables.get(pending.at(-1) as DmnDecision) as ReadTable;
    const open = [...needed.required].filter((one) => !ordered.has(tables.get(one) as ReadTable));
    if (open.length === 0) {
      ordered.add(needed);
      pending.pop();
    } else {
      pending.push(...open.reverse());
    }
  }
  return [...ordered];
}

/** A decision that needs itself over others; null when there is none. */
function cycleOf(tables: Map<DmnDecision, ReadTable>): DmnDecision | null {
  const settled = new Set<DmnDecision>();
  let progress = true;
  while (progress) {
    progress = false;
    for (const [decision, { required }] of tables) {
      if (settled.has(decision) || ![...required].every((needed) => settled.has(needed))) continue;
      settled.add(decision);
      progress = true;
    }
  }
  return [...tables.keys()].find((decision) => !settled.has(decision)) ?? null;
}

function withUses(read: ReadTable, tables: Map<DmnDecision, ReadTable>): DecisionTable {
  const uses = neededBy(read, tables).map(({ table }) => table);
  const kept = read.usesOrder?.map((id) => [...tables.values()].find(({ table }) => table.id === id)?.table);
  const isWhole = kept !== undefined && uses.every((table) => kept.includes(table)) && !kept.includes(undefined);
  const ordered = isWhole ? (kept as DecisionTable[]) : uses;
  return ordered.length === 0 && !(isWhole && sameJson(read.usesOrder, []))
    ? read.table
    : { ...read.table, uses: ordered };
}
