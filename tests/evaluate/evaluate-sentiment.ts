import {
  classFigures,
  feltClasses,
  loadTextModel,
  readText,
  scoreText,
  textLanguages,
  type LabelledText,
  type TextLanguage,
  type TextModel,
  type WeightTable,
} from '../../engine/index.ts';
import { readTable } from '../../engine/sentiment/model/weight-table.ts';
import { Lexicon } from '../../engine/sentiment/score/lexicon.ts';
import { opened } from '../../engine/sentiment/score/loaded-text-model.ts';
import { scoreSentiment } from '../../engine/sentiment/score/score-sentiment.ts';
import { sentimentGroups } from '../../engine/sentiment/score/sentiment-model.ts';
import { lexiconTable } from '../../engine/sentiment/train/lexicon-table.ts';
import { ratingExamples, ratingTable, trainRating } from '../../engine/sentiment/train/train-rating.ts';
import { learnSentiment, sentimentExamples, sentimentTable } from '../../engine/sentiment/train/train-sentiment.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { readFelt, readLabelled, readRated, readTrainingData } from '../../rules/text-model/training-data.ts';
import type { Target } from './identity-targets.ts';
import { feelingsTarget, ratingTarget, sentimentTarget } from './sentiment-targets.ts';

const labels = ['negative', 'neutral', 'positive'];
const folds = 5;
const seed = 2026;
/** Judged on the validation parts, which nothing was learned from; the other two by cross-validation over both parts. */
const validated: readonly TextLanguage[] = ['en', 'de', 'fr', 'es', 'it', 'pt'];
const crossValidated: readonly TextLanguage[] = ['ar', 'hi'];

/** How right the text model is, errors of language detection included. */
export function evaluateSentiment(): { targets: Target[]; lines: string[] } {
  const model = loadTextModel(textModelDocument);
  const targets: Target[] = [];
  const lines: string[] = [];
  const outcomes: Outcome[] = [];
  for (const language of validated) {
    const texts = readLabelled(language, 'val');
    const answers = texts.map((text) => outcomeOf(model, text));
    outcomes.push(...answers);
    targets.push(sentimentTarget(language, macroF1(texts, answers), 'validation part'));
  }
  const folded = acrossFolds();
  for (const language of crossValidated) {
    const texts = folded.filter(({ text }) => text.language === language);
    const answers = texts.map(({ outcome }) => outcome);
    const value = macroF1(
      texts.map(({ text }) => text),
      answers,
    );
    targets.push(sentimentTarget(language, value, 'five-fold over both parts'));
  }
  targets.push(ratingTarget(ratingCorrelation()));
  targets.push(feelingsTarget(feelingsF1(model)));
  lines.push(`expected calibration error ${calibrationError(outcomes).toFixed(4)} over ${outcomes.length} texts`);
  for (const language of textLanguages) lines.push(detection(model, language));
  return { targets, lines };
}

/** Which of nine feelings English comments have, those of the dev part that were given exactly one of the nine. */
function feelingsF1(model: TextModel): number {
  const comments = readFelt('dev');
  return classFigures(
    comments.map(({ feeling }) => feltClasses.indexOf(feeling)),
    comments.map(({ text }) => {
      const { felt } = scoreSentiment(opened(model), readText(text), 'en');
      return felt === null ? -1 : felt.indexOf(Math.max(...felt));
    }),
  ).macroF1;
}

interface Outcome {
  answer: number;
  probability: number;
  right: boolean;
}

function outcomeOf(model: TextModel, { text, label }: LabelledText): Outcome {
  const { label: said, probability } = scoreText(model, text);
  const answer = labels.indexOf(said);
  return { answer, probability, right: answer === label };
}

function macroF1(texts: readonly LabelledText[], outcomes: readonly Outcome[]): number {
  return classFigures(
    texts.map(({ label }) => label),
    outcomes.map(({ answer }) => answer),
  ).macroF1;
}

/** Arabic and Hindi texts, each scored by a model that has not seen it; what other languages learned stays. */
function acrossFolds(): { text: LabelledText; outcome: Outcome }[] {
  const data = readTrainingData();
  const lexicon = new Lexicon(readTable(lexiconTable(data.lexicons)));
  const rating = trainRating(ratingExamples(data.rated, lexicon), seed);
  const judged = crossValidated.flatMap((language) => [
    ...readLabelled(language, 'train'),
    ...readLabelled(language, 'val'),
  ]);
  const others = data.labelled.filter(({ language }) => !crossValidated.includes(language));
  const results: { text: LabelledText; outcome: Outcome }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const seen = [...others, ...judged.filter((_, at) => at % folds !== fold)];
    const learned = learnSentiment(sentimentExamples(seen, lexicon, rating), seed);
    const sharpness = sentimentGroups.map(() => 1);
    const model = modelWith({ sentiment: sentimentTable(learned, sharpness) });
    for (const [at, text] of judged.entries()) {
      if (at % folds === fold) results.push({ text, outcome: outcomeOf(model, text) });
    }
  }
  return results;
}

/** The correlation of scores with ratings by people, each by a model that has not seen the text's rating. */
function ratingCorrelation(): number {
  const rated = readRated();
  const lexicon = new Lexicon(readTable(lexiconTable(readTrainingData().lexicons)));
  const examples = ratingExamples(rated, lexicon);
  const [scores, ratings]: [number[], number[]] = [[], []];
  for (let fold = 0; fold < folds; fold++) {
    const seen = examples.filter((_, at) => at % folds !== fold);
    const model = modelWith({ rating: ratingTable(trainRating(seen, seed)) });
    for (const [at, { text, rating }] of rated.entries()) {
      if (at % folds !== fold) continue;
      scores.push(scoreText(model, text).score);
      ratings.push(rating);
    }
  }
  return correlation(scores, ratings);
}

function modelWith(tables: Record<string, WeightTable>): TextModel {
  const { weights } = textModelDocument;
  return loadTextModel({ ...textModelDocument, weights: { ...weights, tables: { ...weights.tables, ...tables } } });
}

/** @source Pearson's coefficient */
function correlation(ones: readonly number[], others: readonly number[]): number {
  const [oneMean, otherMean] = [mean(ones), mean(others)];
  let [both, one, other] = [0, 0, 0];
  for (const [at, value] of ones.entries()) {
    const [left, right] = [value - oneMean, (others[at] as number) - otherMean];
    both += left * right;
    one += left * left;
    other += right * right;
  }
  return both / Math.sqrt(one * other);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @source M. P. Naeini et al., AAAI 2015: ten bins of equal width, weighed by how many texts they hold */
function calibrationError(outcomes: readonly Outcome[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = outcomes.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin);
    if (inside.length === 0) continue;
    const said = mean(inside.map(({ probability }) => probability));
    const held = mean(inside.map(({ right }) => (right ? 1 : 0)));
    error += (Math.abs(said - held) * inside.length) / outcomes.length;
  }
  return error;
}

function detection(model: TextModel, language: TextLanguage): string {
  const texts = readLabelled(language, 'val');
  const found = texts.map(({ text }) => scoreText(model, text).language);
  const share = (wanted: string): string =>
    ((100 * found.filter((one) => one === wanted).length) / texts.length).toFixed(1);
  return `language ${language}: found in ${share(language)} % of the validation part, none in ${share('und')} %`;
}
