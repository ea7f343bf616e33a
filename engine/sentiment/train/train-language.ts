import { latinLanguages, languageScale } from '../language/detect-language.ts';
import { isJudged, languageRows, listLanguageRows } from '../language/language-rows.ts';
import { scriptOf } from '../language/script-of.ts';
import type { WeightTable } from '../model/text-model.ts';
import { readText, type ReadText } from '../text/read-text.ts';
import { hashOf } from '../text/word-hash.ts';
import { learnClasses } from './learn-classes.ts';
import type { SparseExample } from './sparse-example.ts';
import { rounded } from './train-rating.ts';
import type { TrainingData } from './training-data.ts';
import { weighInBytes } from './weigh-in-bytes.ts';

/** Rows of the table `language`. Chosen: 16,384; twice as many brought 0.1 percent. */
const tableRows = 16_384;
const list = languageRows();

/**
 * Learns to tell the languages that are written in Latin letters: from texts and from common words. A text that is labelled Hindi
 * and written in Latin letters may well be English; it counts where at least a fifth of its words are common in Hindi.
 */
export function trainLanguage({ labelled, byLanguage, commonWords }: TrainingData, seed: number): WeightTable {
  const examples: SparseExample[] = [];
  const hindi = new Set((commonWords['hi'] ?? '').split(' ').map(hashOf));
  function add(text: string, language: string): void {
    const target = (latinLanguages as readonly string[]).indexOf(language);
    if (target === -1) return;
    const read = readText(text);
    if (scriptOf(read) !== 'latin' || (language === 'hi' && !isTransliterated(read, hindi))) return;
    listLanguageRows(read, 32 - Math.log2(tableRows), list);
    const rows = list.rows.slice(0, list.count);
    const scale = languageScale(list.count);
    examples.push({
      rows,
      wordCount: rows.length,
      wordScale: scale,
      sequenceScale: 0,
      dense: new Float64Array(0),
      group: 0,
      target,
    });
  }
  for (const { text, language } of [...labelled, ...byLanguage]) add(text, language);
  for (const [language, words] of Object.entries(commonWords))
    for (const text of shortTexts(words)) add(text, language);
  const classes = latinLanguages.length;
  const learned = learnClasses(examples, {
    classes,
    tableRows,
    denseCount: 0,
    groups: 1,
    epochs: 6,
    rate: 0.5,
    denseRate: 0,
    leastExamples: 2,
    seed,
  });
  const intercepts = latinLanguages.map((_, c) =>
    rounded((learned.intercepts[c] as number) + (learned.intercepts[classes + c] as number)),
  );
  return weighInBytes(learned.table, classes, { intercepts });
}

function isTransliterated({ tokens }: ReadText, common: ReadonlySet<number>): boolean {
  const words = tokens.filter(isJudged);
  return words.filter(({ hash }) => common.has(hash)).length * 5 >= words.length;
}

/** Neighbours in threes, and at two distances, so that each word is seen beside several others. */
function shortTexts(words: string): string[] {
  const all = words.split(' ');
  const at = (index: number): string => all[index % all.length] as string;
  return all.flatMap((word, index) => [
    word,
    `${word} ${at(index + 1)} ${at(index + 2)}`,
    `${at(index + 7)} ${word} ${at(index + 13)} ${at(index + 29)}`,
  ]);
}
