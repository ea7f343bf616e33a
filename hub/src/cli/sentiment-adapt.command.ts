import {
  adaptTextModel,
  describeIssue,
  isJsonObject,
  languageOf,
  textLanguages,
  type AdaptedModel,
  type LabelledMessage,
} from '../../../engine/index.ts';
import { UsageError, type Command } from './command.ts';
import { decodeText } from './decode-text.ts';
import { loadShippedTextModel } from './load-text-model.ts';
import { nameOf, readBytes } from './read-document.ts';
import { counted } from './redrawn.ts';
import { writeWhole } from './write-file.ts';

/** `steward sentiment adapt FILE --out OVERLAY.json`: what a company's own labels change in the text model. */
export const sentimentAdaptCommand: Command = {
  words: ['sentiment', 'adapt'],
  operands: ['FILE'],
  summary: "adapt the text model to a company's own labels",
  help: [
    'Reads one JSON object {"text", "label", "language"} per line, label "negative", "neutral" or "positive"; the language may be left out. 50 messages are worth it, 200 are better.',
    'Five-fold cross-validation compares the result with the base model on messages that it had not seen. Where it is no better, nothing is written, unless --force is given.',
    'The result is one JSON document that holds hashed words and numbers, no text; it says how many messages it was learned from, and their digest. The nodes take it as "Own Labels", and "steward sentiment" with --overlay.',
  ],
  options: {
    out: { type: 'string', help: 'file to write the overlay to' },
    id: { type: 'string', help: 'name of the overlay (default: made of the digest of the labels)' },
    by: { type: 'string', help: 'who labelled the messages; stands in the overlay' },
    force: { type: 'boolean', help: 'write the overlay although it is no better than the base model' },
  },
  examples: ['steward sentiment adapt labelled.jsonl --out our-labels.json --by "Support team, Lyon"'],
  async run({ operands, options, streams }) {
    const { out, id, by, force } = options;
    if (typeof out !== 'string') throw new UsageError('--out is needed: the file to write the overlay to.');
    const file = operands[0] ?? '';
    const messages = readMessages(file, decodeText(nameOf(file), await readBytes(file, streams)));
    const adapted = adaptTextModel(loadShippedTextModel(), messages, {
      ...(typeof id === 'string' && { id }),
      ...(typeof by === 'string' && { labelledBy: by }),
      force: force === true,
    });
    if (!adapted.ok) {
      for (const issue of adapted.issues) streams.note(`${describeIssue(issue)}\n`);
      return 1;
    }
    await writeWhole(out, `${JSON.stringify(adapted.value.overlay, null, 2)}\n`);
    streams.note(summary(adapted.value));
    return 0;
  },
};

function readMessages(file: string, text: string): LabelledMessage[] {
  const messages: LabelledMessage[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() !== '') messages.push(readMessage(line, `${nameOf(file)}, line ${at + 1}`));
  }
  return messages;
}

function readMessage(line: string, place: string): LabelledMessage {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${place} is not JSON. Write {"text": "…", "label": "negative"}.`);
  }
  const { text, label, language: named } = isJsonObject(value) ? value : {};
  if (typeof text !== 'string') throw new UsageError(`${place} has no text. Write {"text": "…", "label": "negative"}.`);
  if (label !== 'negative' && label !== 'neutral' && label !== 'positive') {
    throw new UsageError(`${place}: label should be negative, neutral or positive.`);
  }
  const language = languageOf(named);
  if (named !== undefined && language === null) {
    throw new UsageError(`${place}: language should be one of ${textLanguages.join(', ')}, or left out.`);
  }
  return { text, label, ...(language !== null && { language }) };
}

function summary({ overlay, base, adapted }: AdaptedModel): string {
  const { negative, neutral, positive } = overlay.provenance.byLabel;
  return [
    `${counted(overlay.provenance.messages, 'message')}: ${negative} negative, ${neutral} neutral, ${positive} positive.`,
    `On messages it had not seen: macro-F1 ${base.macroF1.toFixed(3)} with the base model, ${adapted.macroF1.toFixed(3)} with "${overlay.id}";`,
    `as labelled ${(100 * base.accuracy).toFixed(1)} and ${(100 * adapted.accuracy).toFixed(1)} in a hundred.\n`,
  ].join(' ');
}
