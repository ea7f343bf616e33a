import {
  personalDataClasses,
  redactionStyles,
  redactText,
  type JsonObject,
  type PersonalDataClass,
  type RedactionStyle,
  type RedactOptions,
} from '../../../engine/index.ts';
import { UsageError, type Command } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { type LineError, textMissing } from './line-error.ts';
import { processLines, type LineResult } from './process-lines.ts';

/** `steward redact`: a line of text in, the text without personal data out. */
export const redactCommand: Command = {
  words: ['redact'],
  operands: [],
  summary: 'take personal data out of lines of text',
  help: [
    'Reads one JSON object {"text"} per line from standard input and writes one line for each: {"text", "spans": [{"class", "start", "end"}]}. The text is without what was found; the spans say where it stood in the text that was read, in UTF-16 units. A line without a text has "error" as well. Nothing leaves this machine.',
    `Classes: ${personalDataClasses.join(', ')}.`,
    'What is found is likely, not certain, and not everything is found: docs/personal-data.md says what, and how surely.',
  ],
  options: {
    classes: { type: 'string', help: 'only these classes, with commas between them (default: all)' },
    region: {
      type: 'string',
      help: 'the country whose national numbers are meant where digits alone do not tell: two letters, such as PT',
    },
    style: {
      type: 'string',
      help: 'label: [name 1], the same for the same value; mask: a block for each unit; remove: […] (default: label)',
    },
    reasons: { type: 'boolean', help: 'add to each span "reason": why it is taken for that' },
  },
  examples: [
    'steward redact < messages.jsonl > redacted.jsonl',
    'steward redact --classes card,account,credential --style mask < messages.jsonl',
  ],
  async run({ options, streams }) {
    const redaction = redactOptions(options);
    const withReasons = options['reasons'] === true;
    return await processLines(
      streams,
      (line) => redactLine(line, redaction, withReasons),
      (error) => unread(error),
    );
  },
};

function redactLine({ text }: JsonObject, options: RedactOptions, withReasons: boolean): LineResult {
  if (typeof text !== 'string') return { output: unread(textMissing), failed: true };
  const redacted = redactText(text, options);
  const spans = redacted.spans.map(({ reason, ...place }) => (withReasons ? { ...place, reason } : place));
  return { output: { text: redacted.text, spans }, failed: false };
}

/** A line that cannot be read has no text to show. */
function unread(error: LineError): object {
  return { text: null, spans: [], error };
}

function redactOptions(options: Record<string, string | boolean | undefined>): RedactOptions {
  const { classes, region, style } = options;
  return {
    ...(typeof classes === 'string' && { classes: classesOf(classes) }),
    ...(typeof region === 'string' && { region: regionOf(region) }),
    ...(typeof style === 'string' && { style: styleOf(style) }),
  };
}

function classesOf(named: string): PersonalDataClass[] {
  return named.split(',').map((word) => {
    const found = personalDataClasses.find((known) => known === word.trim());
    if (found !== undefined) return found;
    const meant = didYouMean(word.trim(), personalDataClasses);
    const hint = meant === null ? `Classes are ${personalDataClasses.join(', ')}.` : `Did you mean ${meant}?`;
    throw new UsageError(`--classes has "${word.trim()}", which is no class. ${hint}`);
  });
}

function regionOf(named: string): string {
  const region = named.toUpperCase();
  if (!/^[A-Z]{2}$/.test(region)) throw new UsageError(`--region takes two letters such as PT, not "${named}".`);
  return region;
}

function styleOf(named: string): RedactionStyle {
  const style = redactionStyles.find((known) => known === named);
  if (style === undefined) throw new UsageError(`--style takes ${redactionStyles.join(', ')}, not "${named}".`);
  return style;
}
