import type { FullLanguage } from '../model/language.ts';
import { portableExp, portableLn } from '../model/portable-math.ts';
import type { TextSignal, WordEffect } from '../model/text-score.ts';
import { acuteUrgency, distressHeard } from '../model/text-score.ts';
import { readText, type ReadText } from '../text/read-text.ts';
import type { Token } from '../text/token.ts';
import { saltOf } from './language-salt.ts';
import { needColumns, needProbabilities, type NeedModel } from './learned-need.ts';
import type { LoadedTextModel } from './loaded-text-model.ts';
import {
  needFeatures,
  needPairs,
  needSequences,
  needWords,
  type KnownOfText,
  type NeedFeatures,
} from './need-features.ts';
import { knownOf, sumsOf } from './sums-of.ts';
import { windowsOf, type TextWindow } from './windows.ts';

/** What a message needs, as learned weights hear it. */
export interface HeardNeed {
  /** That a person is needed at all, 0 to 1. */
  person: number;
  /** Signals of the phrases, with what was learned of distress and urgency. */
  signals: Record<TextSignal, number>;
  words: WordEffect[];
}

/**
 * From these probabilities on a message is heard as distress, and as one that needs a person now. Chosen by cross-validation over the corpus; less for
 * distress, because a person who was called for nothing costs minutes, and one who was not called cannot be made good.
 */
const [distressFrom, nowFrom] = [0.3, 0.5];
/** Below that a phrase of danger does not make a message urgent by itself. Chosen: of such messages four in five were not urgent. */
const nowUnlikely = 0.4;
/**
 * Below these a phrase of distress is not heard by itself: one that is `outspoken`, as people say it of themselves, and one that only names the thing. Chosen on the
 * corpus: below them stood titles, clubs, terms and jokes, and no distress.
 */
const [outspokenUnlikely, namedUnlikely] = [0.06, 0.25];
const outspoken = 0.9;
/** By what the odds of the gravest of several windows are divided: their number to this power. Chosen on messages of the corpus put among others. */
const chancePower = 0.5;
/**
 * By what the odds are divided where a customer answers the company. Chosen: 3, because of the messages that the weights are learned from, nearly all of them the first
 * of a conversation, two in three need a person, and of answers one in three at most.
 */
const answersSeldomNeed = 3;
/** Words that are named for the need, and the least that one moves. */
const [named, leastEffect] = [4, 0.04];
/** Below that no words are named. Chosen: 0.3, well below what the table `escalation` asks for, since who reads an item may wonder about a doubtful one. */
const namedFrom = 0.3;
/** What a probability moves by when the sum moves by one: the slope of a logistic curve in its middle. */
const slope = 0.25;
/** What a column of the table moves, for whoever reads why. */
const moves = ['need', 'urgency', 'distress'] as const;

/**
 * Hears what a text needs. A long one is heard window by window, for one sentence in a long mail may be the one that counts: the gravest window
 * says whether a person is needed now, the two gravest whether one is needed at all.
 * @param known mood and findings of the whole text
 * @param isAnswer the company wrote before it
 */
export function hearNeed(
  model: LoadedTextModel,
  read: ReadText,
  language: FullLanguage,
  known: KnownOfText,
  isAnswer: boolean,
): HeardNeed {
  const heard = (windowsOf(read) ?? [null]).map((window) => hearWindow(model, read, language, window, known));
  const byNeed = heard.toSorted((one, other) => other.person - one.person);
  const byHaste = heard.toSorted((one, other) => other.now - one.now);
  const [first, second = first] = byNeed;
  const doubt = (isAnswer ? answersSeldomNeed : 1) * (heard.length === 1 ? 1 : byChance(heard.length));
  const person = doubted(((first?.person ?? 0) + (second?.person ?? 0)) / 2, doubt);
  // What phrases name by itself is judged by the gravest window as it is: neither length nor place takes plain words away.
  const gravest = byHaste[0]?.now ?? 0;
  const now = doubted(gravest, doubt);
  const distress = doubted(Math.max(...heard.map((one) => one.distress)), doubt);
  const { signals } = known.found;
  const urgencyNamed = gravest < nowUnlikely ? Math.min(signals.urgency, acuteUrgency - 0.01) : signals.urgency;
  const isAlone = gravest < (signals.distress < outspoken ? namedUnlikely : outspokenUnlikely);
  const distressNamed = isAlone ? Math.min(signals.distress, distressHeard - 0.01) : signals.distress;
  const [led] = now < nowFrom ? byNeed : byHaste;
  return {
    person,
    signals: {
      ...signals,
      distress: Math.max(distressNamed, onScale(distress, distressFrom, distressHeard)),
      urgency: Math.max(urgencyNamed, now < nowFrom ? 0 : onScale(now, nowFrom, acuteUrgency)),
    },
    words: led === undefined || led.person < namedFrom ? [] : led.words(),
  };
}

/** By what the odds of the highest of several probabilities are divided: the more there are, the likelier one is high by chance. */
function byChance(count: number): number {
  return portableExp(chancePower * portableLn(count));
}

/** A probability whose odds are divided. */
function doubted(probability: number, by: number): number {
  return probability / (probability + (1 - probability) * by);
}

/** What one window needs: probabilities of at least so much, and the words that moved them. */
interface Heard {
  person: number;
  now: number;
  distress: number;
  words: () => WordEffect[];
}

function hearWindow(
  model: LoadedTextModel,
  whole: ReadText,
  language: FullLanguage,
  window: TextWindow | null,
  ofWhole: KnownOfText,
): Heard {
  const need = model.need as NeedModel;
  const read = window === null ? whole : readText(whole.raw.slice(window.start, window.end));
  const known = window === null ? ofWhole : knownOf(sumsOf(model, read, language));
  const probabilities = needProbabilities(need, needFeatures(read, saltOf(language), need.shift, known));
  const [none = 1, , now = 0, distress = 0] = probabilities;
  // Asked of one window alone: the lists of features hold those of the last window, and are filled again.
  const words = () => {
    const features = needFeatures(read, saltOf(language), need.shift, known);
    const found = effects(need, read, features, strongestColumn(probabilities), known.found.words);
    const from = window?.start ?? 0;
    return found.map((word) => ({ ...word, start: word.start + from, end: word.end + from }));
  };
  return { person: 1 - none, now: now + distress, distress, words };
}

/** Puts a probability on the scale of a signal, so that `from` lies at its `mark`. */
function onScale(probability: number, from: number, mark: number): number {
  if (probability < from) return (probability / from) * mark;
  return mark + ((probability - from) / (1 - from)) * (1 - mark);
}

function strongestColumn(probabilities: Float64Array): number {
  let best = 0;
  for (let column = 1; column < needColumns; column++)
    if ((probabilities[column + 1] as number) > (probabilities[best + 1] as number)) best = column;
  return best;
}

/** The words that spoke for a column, strongest first, but those that phrases have named for the same. */
function effects(
  { table, sharpness }: NeedModel,
  { tokens, raw }: ReadText,
  { wordScale, sequenceScale }: NeedFeatures,
  column: number,
  byPhrases: readonly WordEffect[],
): WordEffect[] {
  const on = moves[column] ?? 'need';
  const worth = (table.scales[column] as number) * sharpness * slope;
  const lists = [
    { list: needWords, scale: wordScale, next: 0 },
    { list: needPairs, scale: wordScale, next: 0 },
    { list: needSequences, scale: sequenceScale, next: 0 },
  ];
  const found: WordEffect[] = [];
  for (const [at, { start, end }] of (tokens as readonly Token[]).entries()) {
    let moved = 0;
    for (const part of lists) {
      const until = part.list.ends[at] as number;
      for (; part.next < until; part.next++)
        moved += (table.bytes[(part.list.rows[part.next] as number) * needColumns + column] as number) * part.scale;
    }
    const effect = Math.min(1, moved * worth);
    const isNamed = byPhrases.some((phrase) => phrase.on === on && phrase.start < end && start < phrase.end);
    if (effect >= leastEffect && !isNamed) found.push({ text: raw.slice(start, end), start, end, on, effect });
  }
  found.sort((one, other) => other.effect - one.effect);
  return found.slice(0, named);
}
