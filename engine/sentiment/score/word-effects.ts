import { wordsShown, type WordEffect } from '../model/text-score.ts';
import type { ReadText } from '../text/read-text.ts';
import type { Token } from '../text/token.ts';
import type { LoadedTextModel } from './loaded-text-model.ts';
import { sequences, words, type SentimentSums } from './score-sentiment.ts';

/** Effects on the score below that are not worth a word. Chosen: 0.04 of a scale from -1 to 1. */
const leastEffect = 0.04;
/** What the score moves by when the sums of positive and negative move apart by one: the slope of a logistic curve in its middle. */
const slope = 0.25;

/**
 * The words that moved a score, strongest first: what their rows add to `positive - negative`, exactly, and their share in what
 * the lexicon adds; with what was found by phrases.
 * @param sums whose rows are still in the lists
 * @param byPhrases with offsets; their texts are filled in
 */
export function wordEffects(
  model: LoadedTextModel,
  read: ReadText,
  sums: SentimentSums,
  byPhrases: readonly WordEffect[],
): WordEffect[] {
  const { raw, tokens } = read;
  const found: WordEffect[] = [];
  for (const effect of byPhrases) found.push({ ...effect, text: raw.slice(effect.start, effect.end) });
  const { bytes, scales } = model.sentiment.table;
  const [down = 0, up = 0] = scales;
  let weighed = 0;
  for (const { valence } of sums.valences) weighed += Math.abs(valence);
  let [word, sequence, nextValence] = [0, 0, 0];
  for (let at = 0; at < tokens.length; at++) {
    const [wordEnd, sequenceEnd] = [words.ends[at] as number, sequences.ends[at] as number];
    let [wordSum, sequenceSum] = [0, 0];
    for (; word < wordEnd; word++) {
      const offset = (words.rows[word] as number) * 2;
      wordSum += (bytes[offset + 1] as number) * up - (bytes[offset] as number) * down;
    }
    for (; sequence < sequenceEnd; sequence++) {
      const offset = (sequences.rows[sequence] as number) * 2;
      sequenceSum += (bytes[offset + 1] as number) * up - (bytes[offset] as number) * down;
    }
    let moved = wordSum * sums.wordScale + sequenceSum * sums.sequenceScale;
    const valence = sums.valences[nextValence]?.token === at ? sums.valences[nextValence++] : undefined;
    if (valence !== undefined) moved += (Math.abs(sums.byLexicon) * valence.valence) / weighed;
    const effect = Math.max(-1, Math.min(1, moved * slope));
    if (Math.abs(effect) < leastEffect) continue;
    const token = tokens[at] as Token;
    const changedBy: string[] = [];
    if (valence?.negated === true) changedBy.push('negated');
    if (valence?.strengthened === true) changedBy.push('strengthened');
    if (valence?.weakened === true) changedBy.push('weakened');
    const written = raw.slice(token.start, token.end);
    const shown: WordEffect = { text: written, start: token.start, end: token.end, on: 'score', effect };
    found.push(changedBy.length === 0 ? shown : { ...shown, changedBy });
  }
  return strongestOf(found);
}

/** The strongest, as many as are shown; of equals the one that stands first in the list. */
export function strongestOf(effects: WordEffect[]): WordEffect[] {
  effects.sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  if (effects.length > wordsShown) effects.length = wordsShown;
  return effects;
}
