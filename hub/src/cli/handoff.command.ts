import {
  authorValuesOf,
  briefCharacters,
  defaultEscalationPack,
  fullLanguages,
  handoffItem,
  handoffPlaybook,
  messageAuthors,
  usualAuthorValues,
  type DecisionTable,
  type FullLanguage,
  type Handoff,
  type HandoffSetting,
  type JsonObject,
  type MessageAuthor,
  type MessageSetting,
  type Playbook,
} from '../../../engine/index.ts';
import { parsePlaybook, playbooks, tablePacks } from '../../../rules/index.ts';
import { UsageError, type Command } from './command.ts';
import { dayOf, dayOption } from './day-option.ts';
import { lineError, type LineError } from './line-error.ts';
import { processLines, type LineResult } from './process-lines.ts';
import { readable, readJson } from './read-document.ts';
import { escalationTableOf, readingOptions, textReader } from './sentiment.command.ts';
import type { CliStreams } from './streams.ts';

const formats = ['json', 'markdown', 'html'] as const;
type Format = (typeof formats)[number];

/** `steward handoff`: a line with a conversation and its customer in, the brief for the person who takes over out. */
export const handoffCommand: Command = {
  words: ['handoff'],
  operands: [],
  summary: 'write the brief for the person who takes a conversation over',
  help: [
    'Reads one JSON object per line from standard input: {"messages": [{"author": "customer", "agent" or "automation", "text", "at", "channel", "contact"}], "customer": a record as a CRM keeps it, "decisions": as items carry them in steward.decisions, "promises": [{"text", "by", "at", "due"}], "failed": [{"what", "at", "why"}], "now"}. Of these only "messages" is needed; {"text"} stands for one message of the customer. Writes one line for each: {"brief", "error"}.',
    'The brief is an object (rules/schema/handoff-brief.schema.json), or with --format a text. It holds only what stands in the line: what is missing is said to be not known, or left out. Nothing leaves this machine.',
  ],
  options: {
    ...readingOptions,
    format: { type: 'string', help: `form of the brief: ${formats.join(', ')} (default: json)` },
    'brief-language': { type: 'string', help: `language of the brief: ${fullLanguages.join(', ')} (default: en)` },
    length: {
      type: 'string',
      help: `most characters, as Markdown, ${briefCharacters.least} to ${briefCharacters.most} (default: ${briefCharacters.usual})`,
    },
    playbook: { type: 'string', help: 'a playbook of your own: what to do, to say and not to say' },
    table: {
      type: 'string',
      help: `a decision table that says how urgent it is (default: the pack "${defaultEscalationPack}")`,
    },
    day: dayOption,
  },
  examples: [
    'steward handoff < conversations.jsonl > briefs.jsonl',
    'steward handoff --format html --brief-language de < conversations.jsonl',
  ],
  async run({ options, streams }) {
    const format = chosen('format', options['format'], formats, 'json');
    const handoff = {
      read: await textReader(options, streams),
      table: (await escalationTableOf({ ...options, decide: true }, streams)) ?? shippedTable(),
      playbook: await playbookOf(options['playbook'], streams),
      day: dayOf(options['day']),
    };
    const written = {
      briefLanguage: chosen<FullLanguage>('brief-language', options['brief-language'], fullLanguages, 'en'),
      maxCharacters: lengthOf(options['length']),
    };
    return await processLines(
      streams,
      (line) => handoffLine(line, handoff, settingFor(line, format, written)),
      (error) => unread(error),
    );
  },
};

function handoffLine(line: JsonObject, handoff: Omit<Handoff, 'setting'>, setting: HandoffSetting): LineResult {
  const { decisions } = line;
  const item = Array.isArray(decisions) && line['steward'] === undefined ? { ...line, steward: { decisions } } : line;
  const handed = handoffItem(item, { ...handoff, setting });
  if (handed.ok) return { output: { brief: handed.value['brief'], error: null }, failed: false };
  const [issue] = handed.issues;
  return { output: { brief: null, error: issue === undefined ? null : lineError(issue) }, failed: true };
}

function unread(error: LineError): object {
  return { brief: null, error };
}

/** Where a line holds what; the brief goes into its member `brief`. */
function settingFor(
  line: JsonObject,
  format: Format,
  written: Pick<HandoffSetting, 'briefLanguage' | 'maxCharacters'>,
): HandoffSetting {
  const into = (one: Format) => (one === format ? 'brief' : '');
  return {
    messages: { ...messages, messagesFrom: 'messages' in line ? 'list' : 'text', nowField: 'now' in line ? 'now' : '' },
    dataField: '',
    customerField: 'customer',
    promisesField: 'promises',
    failedField: 'failed',
    jsonField: into('json'),
    markdownField: into('markdown'),
    htmlField: into('html'),
    ...written,
  };
}

const messages: Omit<MessageSetting, 'messagesFrom' | 'nowField'> = {
  textField: 'text',
  listField: 'messages',
  authorField: 'author',
  messageField: 'text',
  timeField: 'at',
  channelField: 'channel',
  contactField: 'contact',
  authorValues: Object.fromEntries(
    messageAuthors.map((author) => [author, authorValuesOf(usualAuthorValues[author])]),
  ) as unknown as Record<MessageAuthor, string[]>,
};

function shippedTable(): DecisionTable {
  const table = tablePacks[defaultEscalationPack]?.table;
  if (table === undefined) throw new Error('the pack for conversations is missing');
  return table;
}

async function playbookOf(file: string | boolean | undefined, streams: CliStreams): Promise<Playbook> {
  if (typeof file === 'string') return readable(file, parsePlaybook(await readJson(file, streams)));
  const playbook = playbooks[handoffPlaybook];
  if (playbook === undefined) throw new Error('the playbook is missing');
  return playbook;
}

function chosen<Choice extends string>(
  option: string,
  value: string | boolean | undefined,
  choices: readonly Choice[],
  usual: Choice,
): Choice {
  if (value === undefined) return usual;
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new UsageError(`--${option} takes one of ${choices.join(', ')}, not "${String(value)}".`);
  return found;
}

function lengthOf(value: string | boolean | undefined): number {
  if (value === undefined) return briefCharacters.usual;
  const length = Number(value);
  if (Number.isInteger(length) && length >= briefCharacters.least && length <= briefCharacters.most) return length;
  throw new UsageError(
    `--length takes a whole number from ${briefCharacters.least} to ${briefCharacters.most}, not "${String(value)}".`,
  );
}
