import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPersonalData, personalDataClasses, type PersonalDataSpan } from '../../engine/index.ts';
import { leftOver } from '../personal-data/left-over.ts';
import { writtenHarmless } from '../personal-data/harmless-messages.ts';
import { harmlessMessages, plantedMessages, seeds, type PlantedMessage } from '../personal-data/planted-messages.ts';
import { writtenMessages } from '../personal-data/written-messages.ts';

/** What became of the planted identifiers of one class or language. */
interface LeftFigures {
  planted: number;
  left: number;
  obfuscated: number;
  obfuscatedLeft: number;
  /** Hidden, and by a span of the class that was planted. */
  rightClass: number;
}

/** Finds where nothing was planted. */
interface FalseFinds {
  words: number;
  byClass: Map<string, number>;
}

/** Lines to print, and how many floors are missed. */
export interface PersonalDataReport {
  lines: string[];
  missed: number;
}

const folder = process.env['STEWARD_DATA'] ?? join(process.env['STEWARD_SHARED'] ?? '../shared', 'data');

/**
 * How much of what identifies is left, and how much is found that does not: messages of a seed that no detector was improved
 * with, messages written one by one, messages that identify nobody, comments of people whose names were masked before, and
 * tweets. The floor is the issue's: nothing is left of what was planted in the generated messages.
 */
export function evaluatePersonalData(): PersonalDataReport {
  const improvedWith = leftFigures([...plantedMessages(2000, seeds.first), ...plantedMessages(2000, seeds.second)]);
  const generated = leftFigures(plantedMessages(2000, seeds.reported));
  const written = leftFigures(writtenMessages());
  const lines = [
    `personal-data: generated messages, seeds that detectors were improved with: ${inWords(sum(improvedWith.byClass))}`,
    `generated messages, a seed of their own: ${inWords(sum(generated.byClass))}`,
    ...figureLines(generated.byClass),
    ...figureLines(generated.byLanguage),
    `messages written one by one: ${inWords(sum(written.byClass))}; ${written.unplanted} finds where nothing is marked`,
    ...figureLines(written.byClass),
    `messages that identify nobody: ${falseFindLine(falseFinds(harmlessMessages(2000, seeds.reported)))}`,
    `the same, written one by one, with brands named after persons: ${falseFindLine(falseFinds(writtenHarmless))}`,
    ...publicTexts().map(([name, texts]) => `${name}: ${falseFindLine(falseFinds(texts))}`),
  ];
  return { lines, missed: sum(improvedWith.byClass).left + sum(generated.byClass).left > 0 ? 1 : 0 };
}

/** Texts of people, in which nothing is marked: what is found there may be right. None where there are no data. */
function publicTexts(): [name: string, texts: string[]][] {
  const read = (...parts: string[]) => {
    const file = join(folder, 'sentiment', ...parts);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  };
  // Names stand there as [NAME], which would be read as something to find names beside.
  const masked = read('goemotions', 'train.tsv').map((line) => (line.split('\t')[0] ?? '').replaceAll('[NAME]', 'they'));
  const tweets = ['english', 'german', 'french', 'spanish', 'italian', 'portuguese'].map((language): [string, string[]] => [
    `tweets, ${language}`,
    read('multilingual', language, 'val_text.txt'),
  ]);
  const all: [string, string[]][] = [['comments with masked names (GoEmotions, training part)', masked], ...tweets];
  return all.filter(([, texts]) => texts.length > 0);
} // prettier-ignore

function leftFigures(messages: readonly PlantedMessage[]) {
  const byClass = new Map<string, LeftFigures>();
  const byLanguage = new Map<string, LeftFigures>();
  let unplanted = 0;
  for (const message of messages) {
    const spans = findPersonalData(message.text);
    const left = new Set(leftOver(message, spans));
    for (const planted of message.planted) {
      const isRight =
        !left.has(planted) && spans.some((span) => span.class === planted.class && overlap(span, planted));
      for (const [figures, key] of [
        [byClass, planted.class],
        [byLanguage, message.language],
      ] as const) {
        const entry = figures.get(key) ?? { planted: 0, left: 0, obfuscated: 0, obfuscatedLeft: 0, rightClass: 0 };
        entry.planted++;
        if (planted.isObfuscated) entry.obfuscated++;
        if (left.has(planted)) entry.left++;
        if (left.has(planted) && planted.isObfuscated) entry.obfuscatedLeft++;
        if (isRight) entry.rightClass++;
        figures.set(key, entry);
      }
    }
    unplanted += spans.filter((span) => !message.planted.some((planted) => overlap(span, planted))).length;
  }
  return { byClass, byLanguage, unplanted };
}

function overlap(span: PersonalDataSpan, { start, end }: { start: number; end: number }): boolean {
  return span.start < end && span.end > start;
}

function sum(figures: ReadonlyMap<string, LeftFigures>): LeftFigures {
  const total = { planted: 0, left: 0, obfuscated: 0, obfuscatedLeft: 0, rightClass: 0 };
  for (const entry of figures.values()) {
    for (const key of Object.keys(total) as (keyof LeftFigures)[]) total[key] += entry[key];
  }
  return total;
}

function figureLines(figures: ReadonlyMap<string, LeftFigures>): string[] {
  return [...figures].sort(([a], [b]) => a.localeCompare(b)).map(([key, entry]) => `  ${key.padEnd(16)} ${inWords(entry)}`); // prettier-ignore
}

function inWords({ planted, left, obfuscated, obfuscatedLeft, rightClass }: LeftFigures): string {
  const share = ((100 * left) / Math.max(1, planted)).toFixed(2);
  const right = ((100 * rightClass) / Math.max(1, planted)).toFixed(1);
  const hidden = obfuscated === 0 ? '' : `, of ${obfuscated} obfuscated ${obfuscatedLeft}`;
  return `${left} of ${planted} left (${share} %)${hidden}; right class ${right} %`;
}

function falseFinds(texts: readonly string[]): FalseFinds {
  const finds: FalseFinds = { words: 0, byClass: new Map() };
  for (const text of texts) {
    finds.words += text.split(/\s+/).filter((word) => word !== '').length;
    for (const span of findPersonalData(text)) finds.byClass.set(span.class, (finds.byClass.get(span.class) ?? 0) + 1);
  }
  return finds;
}

function falseFindLine({ words, byClass }: FalseFinds): string {
  const rate = (count: number) => ((1000 * count) / words).toFixed(3);
  const total = [...byClass.values()].reduce((all, count) => all + count, 0);
  const classes = personalDataClasses.filter((kind) => byClass.has(kind)).map((kind) => `${kind} ${rate(byClass.get(kind) ?? 0)}`);
  return `${total} finds in ${words} words, ${rate(total)} per 1,000${classes.length === 0 ? '' : `: ${classes.join(', ')}`}`;
} // prettier-ignore
