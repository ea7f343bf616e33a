import {
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
import { listIssues } from './read-document.ts';
import { readAsTable, readRules, rulesEndingOf, rulesEndings, tellNotes, type RulesEnding } from './read-rules.ts';
import type { CliStreams } from './streams.ts';
import { writeWhole } from './write-file.ts';

/** `steward convert IN OUT`: the same rules in another form, or the reason why that form cannot hold them. */
export const convertCommand: Command = {
  words: ['convert'],
  operands: ['IN', 'OUT'],
  summary: 'write a table or rules in another form',
  help: [
    `Both files say their form by their ending: ${rulesEndings.join(', ')}.`,
    'What the new form cannot say, or what was assumed, is told on standard error. Rules that the new form cannot hold are refused with the reason, row by row; OUT is then not written, and the exit code is 1.',
  ],
  options: {
    decision: { type: 'string', help: 'name or id of a decision of a DMN file (default: the one that no other needs)' },
    day: dayOption,
    'hit-policy': { type: 'string', help: 'for rules: rule-order, all events count (default), or first' },
    'dmn-version': { type: 'string', help: '1.3 (default), 1.4 or 1.5' },
  },
  examples: [
    'steward convert limits.table.json limits.xlsx',
    'steward convert limits.table.json limits.rules.json',
    'steward convert lending.dmn lending.table.json',
  ],
  async run({ operands, options, streams }) {
    const [from = '', to = ''] = operands;
    const ending = rulesEndingOf(to);
    const decision = options['decision'] as string | undefined;
    if (rulesEndingOf(from) === '.rules.json' && ending === '.rules.json') {
      const read = await readRules(from, streams);
      if (read.kind === 'rules') await writeWhole(to, json(read.ruleSet));
      return 0;
    }
    const hitPolicy = hitPolicyOf(options['hit-policy']);
    const { table, notes } = await readAsTable(from, streams, { decision, ...(hitPolicy && { hitPolicy }) });
    tellNotes(from, notes, streams);
    const content = await writeAs(ending, to, table, {
      day: dayOf(options['day']),
      version: dmnVersionOf(options['dmn-version']),
    });
    if (!content.ok) return refuse(to, content.issues, streams);
    if (ending === '.dmn') tellNotes(to, dmnLimits(table), streams);
    await writeWhole(to, content.value);
    return 0;
  },
};

const dmnVersions = ['1.3', '1.4', '1.5'] as const;

interface Writing {
  day: string;
  version: (typeof dmnVersions)[number];
}

async function writeAs(
  ending: RulesEnding,
  file: string,
  table: DecisionTable,
  { day, version }: Writing,
): Promise<Result<string | Uint8Array>> {
  switch (ending) {
    case '.table.json':
      return { ok: true, value: json(table) };
    case '.rules.json': {
      const rules = exportJsonRules(table, { day });
      return rules.ok ? { ok: true, value: json(rules.value) } : rules;
    }
    case '.dmn':
      return await exportDmn(table, { version });
    case '.csv':
    case '.xlsx':
      return await tableToFile(file, table);
  }
}

function refuse(file: string, issues: readonly Issue[], streams: CliStreams): ExitCode {
  streams.note(`steward: ${file} is not written, because that form cannot hold the table:\n${listIssues(issues)}\n`);
  return 1;
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
