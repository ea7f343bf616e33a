import { sha256Hex } from '../../digest/sha256-port.ts';
import { errorIssue, type Result } from '../../issue.ts';
import { seededRandom } from '../../seeded-random.ts';
import type { TextLanguage } from '../model/language.ts';
import type { TextModel } from '../model/text-model.ts';
import type { SentimentLabel } from '../model/text-score.ts';
import { groupScale, leastWords } from '../score/group-scale.ts';
import { opened } from '../score/loaded-text-model.ts';
import type { TextOverlay } from '../score/overlay.ts';
import { sumsOf } from '../score/sums-of.ts';
import { featureList, listWords } from '../score/text-features.ts';
import { readText } from '../text/read-text.ts';
import { classFigures, type ClassFigures } from './class-figures.ts';
import { learnOverlay, overlayLogits, type LearnedOverlay, type OverlayExample } from './learn-overlay.ts';
import { rounded } from './train-rating.ts';
import { weighInBytes } from './weigh-in-bytes.ts';

/** A message and what a person of the company says of it. */
export interface LabelledMessage {
  text: string;
  label: SentimentLabel;
  /** Where it is known; detected otherwise. */
  language?: TextLanguage;
}

export interface AdaptOptions {
  /** Name of the overlay; made of the labels' digest where it is absent. */
  id?: string;
  /** Who labelled; stands in the provenance. */
  labelledBy?: string;
  /** Makes the overlay although it is no better than the base model. */
  force?: boolean;
}

/** An overlay, and how it compares with the base model on messages that it had not seen. */
export interface AdaptedModel {
  overlay: TextOverlay;
  base: ClassFigures;
  adapted: ClassFigures;
}

/** Messages that are needed, and of each of two labels. Chosen: 20 and 5; below, five folds say nothing. */
const [needed, perLabel] = [20, 5];
/** Chosen: 4,096, because 1,000 messages have about 10,000 words and pairs, most of them once. */
const tableRows = 4096;
const [folds, repetitions, seed] = [5, 4, 2026];
const labels: readonly SentimentLabel[] = ['negative', 'neutral', 'positive'];
const words = featureList();

/**
 * Adapts a text model to a company's own labels. 50 messages are enough to be worth it; 200 are better. Five-fold cross-validation,
 * four times, says what it is worth; where the overlay is not better, it is refused unless `force` is set.
 * @param messages in any order; each text once
 * @returns the overlay, which holds hashed words and numbers but no text; or `too_few_labels`, `overlay_not_better`
 * @example const { overlay } = adaptTextModel(model, labelled).value; scoreText(model, text, { overlay })
 */
export function adaptTextModel(
  model: TextModel,
  messages: readonly LabelledMessage[],
  { id, labelledBy, force = false }: AdaptOptions = {},
): Result<AdaptedModel> {
  const counts = labels.map((label) => messages.filter((message) => message.label === label).length);
  if (messages.length < needed || counts.filter((count) => count >= perLabel).length < 2) {
    return { ok: false, issues: [errorIssue('too_few_labels', [], { messages: messages.length, needed, perLabel })] };
  }
  const examples = messages.map((message) => overlayExample(model, message));
  const { base, adapted } = crossValidate(examples);
  if (adapted.macroF1 <= base.macroF1 && !force) {
    const figures = { adapted: adapted.macroF1.toFixed(3), base: base.macroF1.toFixed(3) };
    return { ok: false, issues: [errorIssue('overlay_not_better', [], figures)] };
  }
  const learned = learnOverlay(examples, tableRows, seed);
  const sha256 = sha256Hex(JSON.stringify(messages.map(({ text, label }) => [text, label])));
  const [negative = 0, neutral = 0, positive = 0] = counts;
  const overlay: TextOverlay = {
    schemaVersion: 1,
    id: id ?? `own-labels-${sha256.slice(0, 8)}`,
    base: { id: model.id, version: model.version },
    provenance: {
      ...(labelledBy !== undefined && { labelledBy }),
      messages: messages.length,
      byLabel: { negative, neutral, positive },
      sha256,
    },
    comparison: { folds, base: roundedFigures(base), adapted: roundedFigures(adapted) },
    trust: rounded(learned.trust),
    intercepts: [rounded(learned.intercepts[0]), rounded(learned.intercepts[1])],
    words: weighInBytes(learned.table, 2),
  };
  return { ok: true, value: { overlay, base, adapted } };
}

function overlayExample(model: TextModel, { text, label, language }: LabelledMessage): OverlayExample {
  const read = readText(text);
  const { sums, shift } = sumsOf(opened(model), read, language);
  listWords(read, 0, 32 - Math.log2(tableRows), words);
  return {
    sums: [sums.negative, sums.positive],
    shift: [-shift, shift],
    rows: words.rows.slice(0, words.count),
    scale: groupScale(words.count, leastWords),
    target: labels.indexOf(label),
  };
}

/** Each repetition parts the messages anew, so that the figures hang less on how few messages fell. */
function crossValidate(examples: readonly OverlayExample[]): { base: ClassFigures; adapted: ClassFigures } {
  const untouched: LearnedOverlay = { trust: 1, intercepts: [0, 0], table: new Float32Array(tableRows * 2) };
  const random = seededRandom(seed);
  const truths: number[] = [];
  const answers: { base: number[]; adapted: number[] } = { base: [], adapted: [] };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const places = examples.map((example) => ({ example, place: random() })).sort((a, b) => a.place - b.place);
    for (let fold = 0; fold < folds; fold++) {
      const seen = places.flatMap(({ example }, at) => (at % folds === fold ? [] : [example]));
      const learned = learnOverlay(seen, tableRows, seed + fold);
      for (const [at, { example }] of places.entries()) {
        if (at % folds !== fold) continue;
        truths.push(example.target);
        answers.base.push(answerOf(untouched, example));
        answers.adapted.push(answerOf(learned, example));
      }
    }
  }
  return { base: classFigures(truths, answers.base), adapted: classFigures(truths, answers.adapted) };
}

function answerOf(learned: LearnedOverlay, example: OverlayExample): number {
  const logits = new Float64Array(labels.length);
  overlayLogits(learned, example, logits);
  return logits.indexOf(Math.max(...logits));
}

function roundedFigures({ macroF1, accuracy }: ClassFigures): ClassFigures {
  return { macroF1: rounded(macroF1), accuracy: rounded(accuracy) };
}
