import {
  describeIssue,
  importDmn,
  importJsonRules,
  readRuleSet,
  tableFromFile,
  type DecisionTable,
  type DmnModel,
  type Issue,
  type RuleSet,
} from '../../../engine/index.ts';
import { parseTable } from '../../../rules/index.ts';
import { UsageError } from './command.ts';
import { readable, readBytes, readJson } from './read-document.ts';
import type { CliStreams } from './streams.ts';

/** Endings of files that hold rules, in the order in which messages name them. */
export const rulesEndings = ['.table.json', '.dmn', '.rules.json', '.csv', '.xlsx'] as const;
export type RulesEnding = (typeof rulesEndings)[number];

/** What a file of rules holds; `notes` say what of it was assumed, is not run or not kept. */
export type RulesFile =
  { kind: 'table'; table: DecisionTable; notes: Issue[] } | { kind: 'rules'; ruleSet: RuleSet; notes: Issue[] };

/** Which part of a file counts. */
export interface RulesChoice {
  /** Id or name of the decision of a DMN file; the one that no other needs when left out. */
  decision?: string | undefined;
}

/** The ending by which a file says its form; fails with the endings that are known. */
export function rulesEndingOf(file: string): RulesEnding {
  const name = file.toLowerCase();
  const ending = rulesEndings.find((known) => name.endsWith(known));
  if (ending === undefined)
    throw new UsageError(`${file} has no ending of a file with rules: ${rulesEndings.join(', ')}.`);
  return ending;
}

/** Reads a file of rules in any of the forms. Fails with a message that says which file, what is wrong and where. */
export async function readRules(file: string, streams: CliStreams, { decision }: RulesChoice = {}): Promise<RulesFile> {
  const ending = rulesEndingOf(file);
  if (decision !== undefined && ending !== '.dmn') {
    throw new UsageError(`--decision chooses a decision of a .dmn file; ${file} is none.`);
  }
  switch (ending) {
    case '.table.json':
      return { kind: 'table', table: readable(file, parseTable(await readJson(file, streams))), notes: [] };
    case '.rules.json':
      return { kind: 'rules', ruleSet: readable(file, readRuleSet(await readJson(file, streams))), notes: [] };
    case '.dmn':
      return chooseDecision(file, readable(file, await importDmn(await readXml(file))), decision);
    case '.csv':
    case '.xlsx': {
      const { table, notes } = readable(file, await tableFromFile(file, await readBytes(file)));
      return { kind: 'table', table: readable(file, parseTable(table)), notes };
    }
  }
}

/** Reads a file of rules as a decision table; a rule set of json-rules-engine is turned into one. */
export async function readAsTable(
  file: string,
  streams: CliStreams,
  choice: RulesChoice & { hitPolicy?: 'rule-order' | 'first' } = {},
): Promise<{ table: DecisionTable; notes: Issue[] }> {
  const read = await readRules(file, streams, choice);
  if (read.kind === 'table') return read;
  const { hitPolicy } = choice;
  return readable(file, importJsonRules(read.ruleSet, hitPolicy === undefined ? {} : { hitPolicy }));
}

/** Tells the notes of a file on standard error, at most twenty. */
export function tellNotes(file: string, notes: readonly Issue[], streams: CliStreams): void {
  const shown = notes.slice(0, 20);
  for (const note of shown) streams.note(`${file}: ${describeIssue(note)}\n`);
  if (notes.length > shown.length) streams.note(`${file}: and ${notes.length - shown.length} more notes.\n`);
}

function chooseDecision(file: string, model: DmnModel, wanted: string | undefined): RulesFile {
  const { decisions, notes, top } = model;
  const chosen = decisions.find(({ id, name }) =>
    wanted === undefined ? id === top : id === wanted || name === wanted,
  );
  if (chosen === undefined) {
    const known = decisions.map(({ name }) => `"${name}"`).join(', ');
    throw new UsageError(`${file} has no decision "${wanted ?? ''}" that can be run. It has: ${known}.`);
  }
  return { kind: 'table', table: chosen.table, notes };
}

async function readXml(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8').replace(/^\uFEFF/, '');
}
