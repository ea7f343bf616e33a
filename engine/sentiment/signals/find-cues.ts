import type { PhraseGroup, PhraseTopic } from '../model/text-model.ts';
import type { CompiledPhrases } from './compile-phrases.ts';
import type { PhraseHit } from './phrase-automaton.ts';
import type { SignalWords } from './signal-words.ts';

/** A phrase that was found, and what its surroundings make of it. */
export interface Cue {
  readonly group: PhraseGroup;
  /** First and last word; see `SignalWords`. */
  readonly from: number;
  readonly to: number;
  /** Of the group, strengthened or weakened; 0 where it is negated. */
  readonly weight: number;
  readonly changedBy: readonly string[];
}

export type Cues = Readonly<Partial<Record<PhraseTopic, readonly Cue[]>>>;

/** What a figure of speech does away with. */
const literal = new Set<PhraseTopic>([
  'distress',
  'danger',
  'threat',
  'fraud',
  'lifeline',
  'loss',
  'vulnerability',
  'failure',
]);
/** What a `not` does away with. A threat that is denied as it is made, and despair, are heard all the same. */
const deniable = new Set<PhraseTopic>([
  'danger',
  'loss',
  'anger',
  'disappointment',
  'fear',
  'sadness',
  'confusion',
  'gratitude',
  'praise',
  'failure',
  'settled',
  'sentiment',
]);
const gradual = new Set<PhraseTopic>([
  'anger',
  'frustration',
  'disappointment',
  'fear',
  'sadness',
  'confusion',
  'sentiment',
]);
/** Words before a phrase in which a `not` reaches it, within its clause. Chosen: 3, the usual window of lexicons. */
const reach = 3;

/**
 * Finds all phrases of a text and weighs them by what stands around: negation, figures of speech, boosters and dampers.
 * Time is linear in the number of words.
 */
export function findCues(phrases: CompiledPhrases, text: SignalWords): Cues {
  const hits = phrases.automaton.find(text.words, text.sentences);
  const marks = marksOf(phrases, hits, text.words.length);
  const cues: Partial<Record<PhraseTopic, Cue[]>> = {};
  for (const hit of hits) {
    const group = phrases.groups[hit.phrase] as PhraseGroup;
    const { on } = group;
    if (literal.has(on) && overlaps(marks.harmless, hit)) continue;
    (cues[on] ??= []).push(weigh(hit, group, phrases.negates.has(hit.phrase), text, marks));
  }
  return cues;
}

/** By word: what covers it. */
interface Marks {
  readonly harmless: Uint8Array;
  readonly negation: Uint8Array;
  readonly booster: Uint8Array;
  readonly damper: Uint8Array;
}

function marksOf(phrases: CompiledPhrases, hits: readonly PhraseHit[], words: number): Marks {
  const marks = {
    harmless: new Uint8Array(words),
    negation: new Uint8Array(words),
    booster: new Uint8Array(words),
    damper: new Uint8Array(words),
  };
  for (const hit of hits) {
    const { on } = phrases.groups[hit.phrase] as PhraseGroup;
    if (on === 'harmless') marks.harmless.fill(1, hit.from, hit.to + 1);
    else if (on === 'negation') marks.negation[hit.from] = 1;
    else if (on === 'booster') marks.booster[hit.to] = 1;
    else if (on === 'damper') marks.damper[hit.to] = 1;
  }
  return marks;
}

function overlaps(mark: Uint8Array, { from, to }: PhraseHit): boolean {
  for (let at = from; at <= to; at++) if (mark[at] === 1) return true;
  return false;
}

function weigh(hit: PhraseHit, group: PhraseGroup, negates: boolean, text: SignalWords, marks: Marks): Cue {
  const { from, to } = hit;
  const changedBy: string[] = [];
  let weight = group.weight;
  if (deniable.has(group.on) && isDenied(hit, negates, text, marks.negation)) {
    weight = group.on === 'sentiment' ? -0.6 * weight : 0;
    changedBy.push('negated');
  }
  if (gradual.has(group.on) && weight !== 0) {
    if (near(marks.damper, hit, text)) {
      weight *= 0.5;
      changedBy.push('weakened');
    } else if (near(marks.booster, hit, text)) {
      weight += (Math.sign(weight) - weight) * 0.3;
      changedBy.push('strengthened');
    }
  }
  return { group, from, to, weight, changedBy };
}

/** An odd number of negations before the phrase, or in a gap of it. */
function isDenied({ from, to }: PhraseHit, negates: boolean, text: SignalWords, negation: Uint8Array): boolean {
  const clause = text.clauses[from];
  let count = 0;
  for (let at = Math.max(0, from - reach); at < from; at++)
    if (negation[at] === 1 && text.clauses[at] === clause && text.sentences[at] === text.sentences[from]) count++;
  if (!negates) for (let at = from; at <= to; at++) if (negation[at] === 1) count++;
  return count % 2 === 1;
}

function near(mark: Uint8Array, { from, to }: PhraseHit, text: SignalWords): boolean {
  for (let at = Math.max(0, from - 2); at <= to; at++)
    if (mark[at] === 1 && text.clauses[at] === text.clauses[from]) return true;
  return false;
}
