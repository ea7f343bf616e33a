import {
  describeIssue,
  dmnLimits,
  exportDmn,
  exportJsonRules,
  tableToFile,
  type DecisionTable,
  type Issue,
  type Result,
} from '../../../engine/index.ts';
import { UsageError, type Command, type ExitCode } from './command.ts';
import { dayOf, dayOption } from './day-option.ts';
import { notInRules } from './not-in-rules.ts';
import { listIssues } from './read-document.ts';
import { readRules, tableOf, tellRemarks, type RulesFile } from './read-rules.ts';
import { rulesEndingOf, rulesEndings, type RulesEnding } from './rules-ending.ts';
import type { CliStreams } from './streams.ts';
import { tableText } from './table-text.ts';
import { writeWhole } from './write-file.ts';

/** `steward convert IN OUT`: the same rules in another form, or the reason why that form cannot hold them. */
export const convertCommand: Command = {
  words: ['convert'],
  operands: ['IN', 'OUT'],
  summary: 'write a table or rules in another form',
  help: [
    `Both files say their form by their ending: ${rulesEndings.join(', ')}. IN may be - for standard input, whose form shows in its content; OUT may be - for standard output, with --to.`,
    'What the new form cannot say, or what was assumed, is told on standard error. Rules that the new form cannot hold are refused with the reason, row by row; OUT is then not written, and the exit code is 1. OUT is written whole or not at all.',
  ],
  options: {
    decision: { type: 'string', help: 'name or id of a decision of a DMN file (default: the one that no other needs)' },
    to: { type: 'string', help: 'form of standard output, such as .table.json' },
    day: dayOption,
    'hit-policy': { type: 'string', help: 'for rules: rule-order, all events count (default), or first' },
    'dmn-version': { type: 'string', help: '1.3 (default), 1.4 or 1.5' },
  },
  examples: [
    'steward convert limits.table.json limits.xlsx',
    'steward convert limits.table.json limits.rules.json',
    'steward convert lending.dmn lending.table.json --decision Routing',
  ],
  async run({ operands, options, streams }) {
    const [from = '', to = ''] = operands;
    const ending = targetEnding(to, options['to']);
    const writing = { day: dayOf(options['day']), version: dmnVersionOf(options['dmn-version']) };
    const hitPolicy = hitPolicyOf(options['hit-policy']);
    const read = await readRules(from, streams, { decision: options['decision'] as string | undefined });
    tellRemarks(from, [...read.remarks, ...leftOut(read)], streams);
    const put = async (content: string | Uint8Array) => {
      await (to === '-' ? streams.write(content) : writeWhole(to, content));
      return 0 as const;
    };
    if (read.kind === 'rules' && ending === '.rules.json') return await put(json(read.ruleSet));
    const made = tableOf(read, { hitPolicy });
    if (!made.ok) return refuse(to, made.issues, streams);
    const { table, notes } = made.value;
    tellRemarks(from, notes.map(describeIssue), streams);
    const content = await writeAs(ending, table, writing);
    if (!content.ok) return refuse(to, content.issues, streams);
    if (ending === '.dmn') tellRemarks(to, dmnLimits(table).map(describeIssue), streams);
    if (ending === '.rules.json') tellRemarks(to, notInRules(table, writing.day), streams);
    return await put(content.value);
  },
};

const dmnVersions = ['1.3', '1.4', '1.5'] as const;

interface Writing {
  day: string;
  version: (typeof dmnVersions)[number];
}

async function writeAs(
  ending: RulesEnding,
  table: DecisionTable,
  { day, version }: Writing,
): Promise<Result<string | Uint8Array>> {
  switch (ending) {
    case '.table.json':
      return { ok: true, value: tableText(table) };
    case '.rules.json': {
      const rules = exportJsonRules(table, { day });
      return rules.ok ? { ok: true, value: json(rules.value) } : rules;
    }
    case '.dmn':
      return await exportDmn(table, { version });
    case '.csv':
    case '.xlsx':
      return await tableToFile(`table${ending}`, table);
  }
}

/** Decisions of a DMN file that the result does not hold. */
function leftOut({ others }: RulesFile): string[] {
  if (others.length === 0) return [];
  const names = others.map((name) => `"${name}"`).join(', ');
  return [`left out, because a file holds one decision and those that it needs: ${names}.`];
}

function refuse(file: string, issues: readonly Issue[], streams: CliStreams): ExitCode {
  const name = file === '-' ? 'nothing is written' : `${file} is not written`;
  streams.note(`steward: ${name}, because that form cannot hold these rules:\n${listIssues(issues)}\n`);
  return 1;
}

/** By the name of the file; standard output has none. */
function targetEnding(file: string, option: string | boolean | undefined): RulesEnding {
  if (file === '-') {
    if (typeof option !== 'string') throw new UsageError(`- as OUT needs --to, one of: ${rulesEndings.join(', ')}.`);
    return rulesEndingOf(`standard output${option.startsWith('.') ? '' : '.'}${option}`);
  }
  if (option !== undefined) throw new UsageError(`--to is for - as OUT; ${file} says its form by its ending.`);
  return rulesEndingOf(file);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function hitPolicyOf(option: string | boolean | undefined): 'rule-order' | 'first' | undefined {
  if (option === undefined || option === 'rule-order' || option === 'first') return option;
  throw new UsageError(`--hit-policy takes rule-order or first, not "${String(option)}".`);
}

function dmnVersionOf(option: string | boolean | undefined): Writing['version'] {
  const version = dmnVersions.find((known) => known === (option ?? '1.3'));
  if (version === undefined)
    throw new UsageError(`--dmn-version takes ${dmnVersions.join(', ')}, not "${String(option)}".`);
  return version;
}
