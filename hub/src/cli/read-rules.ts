import {
  describeIssue,
  importDmn,
  importJsonRules,
  readRuleSet,
  tableFromFile,
  type DecisionTable,
  type Issue,
  type Result,
  type RuleSet,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { chooseDecision } from './choose-decision.ts';
import { UsageError } from './command.ts';
import { decodeXml } from './decode-text.ts';
import { listIssues, nameOf, parseJson, readable, readableByPath, readBytes } from './read-document.ts';
import { checkJsonForm, jsonFormOf, rulesEndingOf, rulesEndingOfContent } from './rules-ending.ts';
import type { CliStreams } from './streams.ts';

/**
 * What a file of rules holds; `remarks` say what of it was assumed, is not run or not kept, `others` are the names of
 * decisions of a DMN file besides the chosen one and those that it needs.
 */
export type RulesFile = { remarks: string[]; others: string[] } & (
  { kind: 'table'; table: DecisionTable } | { kind: 'rules'; ruleSet: RuleSet }
);

/** Which part of a file counts, and how. */
export interface RulesChoice {
  /** Id or name of the decision of a DMN file; the one that no other needs when left out. */
  decision?: string | undefined;
  /** What a table that is made of rules gives. */
  hitPolicy?: 'rule-order' | 'first' | undefined;
  /** Standard input holds something else, so `-` cannot be the file. */
  inputTaken?: boolean;
}

/**
 * Reads a file of rules in any of the forms; `-` is standard input, whose form is told by its content. Fails with a message
 * that says which file, what is wrong and where.
 */
export async function readRules(file: string, streams: CliStreams, choice: RulesChoice = {}): Promise<RulesFile> {
  if (file === '-' && choice.inputTaken === true)
    throw new UsageError('standard input holds the facts, so the rules have to come from a file.');
  const named = file === '-' ? null : rulesEndingOf(file);
  if (choice.decision !== undefined && named !== null && named !== '.dmn')
    throw new UsageError(`--decision chooses a decision of a .dmn file; ${file} is none.`);
  const bytes = await readBytes(file, streams);
  if (bytes.length === 0) throw new UsageError(`${nameOf(file)} is empty.`);
  const ending = named ?? rulesEndingOfContent(bytes);
  switch (ending) {
    case '.table.json':
      return readTable(file, parseJson(file, bytes));
    case '.rules.json':
      return readRulesOnly(file, parseJson(file, bytes));
    case 'json': {
      const value = parseJson(file, bytes);
      return jsonFormOf(value) === 'rules' ? readRulesOnly(file, value) : readTable(file, value);
    }
    case '.dmn':
      return await readDecision(file, bytes, choice.decision);
    case '.csv':
    case '.xlsx': {
      const { table, notes } = readable(file, await tableFromFile(file === '-' ? `table${ending}` : file, bytes));
      return { kind: 'table', table: readable(file, parseTable(table)), remarks: notes.map(describeIssue), others: [] };
    }
  }
}

/** The decision table that was read; a rule set of json-rules-engine is turned into one, or refused with the reasons. */
export function tableOf(
  read: RulesFile,
  { hitPolicy }: RulesChoice = {},
): Result<{ table: DecisionTable; notes: Issue[] }> {
  if (read.kind === 'table') return { ok: true, value: { table: read.table, notes: [] } };
  return importJsonRules(read.ruleSet, hitPolicy === undefined ? {} : { hitPolicy });
}

/** Reads a file of rules as a decision table, telling its remarks. */
export async function readAsTable(file: string, streams: CliStreams, choice: RulesChoice = {}): Promise<DecisionTable> {
  const read = await readRules(file, streams, choice);
  tellRemarks(file, read.remarks, streams);
  const made = tableOf(read, choice);
  if (!made.ok)
    throw new UsageError(
      `${nameOf(file)} holds rules that no table can say, so only steward decide runs them:\n${listIssues(made.issues)}`,
    );
  tellRemarks(file, made.value.notes.map(describeIssue), streams);
  return made.value.table;
}

/** Remarks on a file that are told; whoever minds these sees the others. */
const toldRemarks = 20;

/** Tells the remarks on a file, or on standard input or output, on standard error. */
export function tellRemarks(file: string, remarks: readonly string[], streams: CliStreams): void {
  for (const remark of remarks.slice(0, toldRemarks)) streams.note(`${file}: ${remark}\n`);
  if (remarks.length > toldRemarks) streams.note(`${file}: and ${remarks.length - toldRemarks} more remarks.\n`);
}

function readTable(file: string, value: unknown): RulesFile {
  checkJsonForm(nameOf(file), value, 'table');
  return { kind: 'table', table: readable(file, parseTable(value)), remarks: [], others: [] };
}

function readRulesOnly(file: string, value: unknown): RulesFile {
  checkJsonForm(nameOf(file), value, 'rules');
  return { kind: 'rules', ruleSet: readableByPath(file, readRuleSet(value)), remarks: [], others: [] };
}

async function readDecision(file: string, bytes: Uint8Array, wanted: string | undefined): Promise<RulesFile> {
  const model = readable(file, await importDmn(decodeXml(nameOf(file), bytes)));
  const { decision, others, isGuess } = chooseDecision(nameOf(file), model, wanted);
  const remarks = model.notes.map(describeIssue);
  if (isGuess) remarks.push(`"${decision.name}" decides. Choose another with --decision: "${others.join('", "')}".`);
  return { kind: 'table', table: decision.table, remarks, others };
}
