import type { TextLanguage } from '../model/language.ts';
import { groupScale, leastSequences, leastWords } from '../score/group-scale.ts';
import { saltOf } from '../score/language-salt.ts';
import { findValences, lexiconMeasures, measureCount, type Lexicon } from '../score/lexicon.ts';
import { sentimentGroups } from '../score/sentiment-model.ts';
import { featureList, listSequences, listWords } from '../score/text-features.ts';
import { readText } from '../text/read-text.ts';
import type { SparseExample } from './sparse-example.ts';

const words = featureList();
const sequences = featureList();

/**
 * A text as learners see it, exactly as the scorer will.
 * @param tableRows of the table that is learned
 * @param denseCount `measureCount`, or more where the caller fills the rest
 */
export function sentimentExample(
  { text, language, target }: { text: string; language: TextLanguage; target: number },
  lexicon: Lexicon,
  tableRows: number,
  denseCount: number = measureCount,
): SparseExample {
  const read = readText(text);
  const salt = saltOf(language);
  const shift = 32 - Math.log2(tableRows);
  listWords(read, salt, shift, words);
  listSequences(read, salt, shift, sequences);
  const rows = new Int32Array(words.count + sequences.count);
  rows.set(words.rows.subarray(0, words.count));
  rows.set(sequences.rows.subarray(0, sequences.count), words.count);
  const dense = new Float64Array(denseCount);
  lexiconMeasures(read, findValences(read, lexicon, salt), dense);
  return {
    rows,
    wordCount: words.count,
    wordScale: groupScale(words.count, leastWords),
    sequenceScale: groupScale(sequences.count, leastSequences),
    dense,
    group: sentimentGroups.indexOf(language),
    target,
  };
}
