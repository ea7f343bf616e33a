import {
  checkEscalationTable,
  defaultEscalationPack,
  judgeConversation,
  languageOf,
  textLanguages,
  textReaderOf,
  type DecisionTable,
  type JsonObject,
  type TextReader,
} from '../../../engine/index.ts';
import { tablePacks } from '../../../rules/index.ts';
import { UsageError, type Command, type CommandOption } from './command.ts';
import { dayOf, dayOption } from './day-option.ts';
import { decodeText } from './decode-text.ts';
import { lineError, type LineError, textMissing } from './line-error.ts';
import { loadShippedTextModel } from './load-text-model.ts';
import { processLines, type LineResult } from './process-lines.ts';
import { nameOf, readable, readBytes } from './read-document.ts';
import { readAsTable } from './read-rules.ts';
import type { CliStreams } from './streams.ts';

/** How texts are read; the same for every command that reads some. */
export const readingOptions: Record<'language' | 'overlay', CommandOption> = {
  language: { type: 'string', help: `the language of all texts: ${textLanguages.join(', ')} (default: detected)` },
  overlay: { type: 'string', help: 'a file of own labels, as "steward sentiment adapt" writes it' },
};

/** `steward sentiment`: a line of text in, what it says of its author out. */
export const sentimentCommand: Command = {
  words: ['sentiment'],
  operands: [],
  summary: 'read mood, emotions and signals in lines of text',
  help: [
    'Reads one JSON object {"text"} per line from standard input and writes one line for each: {"language", "languageProbability", "score" from -1 to 1, "label", "probability", "probabilities", "emotions", "signals", "threats", "vulnerabilities", "need", "asksForPerson", "settled", "words", "leftOut", "error"}. Strengths of emotions and signals go from 0 to 1, as does the need of a person (null where nothing was learned); "words" says which words of the text moved what. Nothing leaves this machine.',
    `--decide adds {"outcome", "reasons", "because"}: whether a person is needed, by the pack "${defaultEscalationPack}" or the table that --table names, with the text as a conversation of one message and the line as its further facts.`,
  ],
  options: {
    ...readingOptions,
    decide: { type: 'boolean', help: 'say whether a person is needed' },
    table: { type: 'string', help: 'a decision table that says it; implies --decide' },
    day: dayOption,
  },
  examples: [
    'steward sentiment < messages.jsonl',
    'steward sentiment --language de --overlay our-labels.json < messages.jsonl',
    'steward sentiment --decide < messages.jsonl',
  ],
  async run({ options, streams }) {
    const read = await textReader(options, streams);
    const table = await escalationTableOf(options, streams);
    const day = dayOf(options['day']);
    return await processLines(
      streams,
      (line) => sentimentLine(line, read, table, day),
      (error) => unread(error),
    );
  },
};

/** The reader of texts that the options name. */
export async function textReader(
  options: Record<string, string | boolean | undefined>,
  streams: CliStreams,
): Promise<TextReader> {
  const named = options['language'];
  const language = languageOf(named);
  if (named !== undefined && language === null) {
    throw new UsageError(`--language takes one of ${textLanguages.join(', ')}, not "${String(named)}".`);
  }
  const file = options['overlay'];
  const overlay = typeof file === 'string' ? decodeText(nameOf(file), await readBytes(file, streams)) : '';
  if (typeof file === 'string' && overlay.trim() === '') throw new UsageError(`${nameOf(file)} is empty.`);
  const reader = textReaderOf(loadShippedTextModel(), { language, overlay });
  return readable(typeof file === 'string' ? file : 'The text model', reader).read;
}

/** The table that says whether a person is needed: the one that is named, else the pack where one is asked for. */
export async function escalationTableOf(
  { table: file, decide }: Record<string, string | boolean | undefined>,
  streams: CliStreams,
): Promise<DecisionTable | null> {
  if (typeof file === 'string') {
    const table = await readAsTable(file, streams, { inputTaken: true });
    const issues = checkEscalationTable(table);
    return readable(file, issues.length > 0 ? { ok: false, issues } : { ok: true, value: table });
  }
  return decide === true ? (tablePacks[defaultEscalationPack]?.table ?? null) : null;
}

function sentimentLine(line: JsonObject, read: TextReader, table: DecisionTable | null, day: string): LineResult {
  const { text } = line;
  if (typeof text !== 'string') return { output: unread(textMissing), failed: true };
  const score = read(text);
  if (table === null) return { output: { ...score, error: null }, failed: false };
  // The text was just read; blank ones are not asked for.
  const judged = judgeConversation(() => score, [{ author: 'customer', text }], { table, item: line, day });
  if (!judged.ok) {
    const [issue] = judged.issues;
    return { output: { ...score, outcome: null, error: issue === undefined ? null : lineError(issue) }, failed: true };
  }
  const { outcome, decision, because } = judged.value;
  const reasons = decision.reasons.map((reason) => reason.text);
  return { output: { ...score, outcome, reasons, because, error: null }, failed: false };
}

function unread(error: LineError): object {
  return { language: null, score: null, label: null, probability: null, emotions: {}, signals: {}, words: [], error };
}
