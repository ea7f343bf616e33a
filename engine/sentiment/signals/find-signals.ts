import {
  type Emotion,
  emotions,
  type TextSignal,
  type ThreatKind,
  threatKinds,
  type VulnerabilityKind,
  vulnerabilityKinds,
  type WordEffect,
} from '../model/text-score.ts';
import { type PhraseTopic, phraseTopics } from '../model/text-model.ts';
import type { ReadText } from '../text/read-text.ts';
import type { CompiledPhrases } from './compile-phrases.ts';
import { type Cue, type Cues, findCues } from './find-cues.ts';
import type { HeardTopic, SignalFindings } from './findings.ts';
import { judgeFeelings } from './judge-feelings.ts';
import { judgeUrgency } from './judge-urgency.ts';
import { type SignalWords, signalWords } from './signal-words.ts';
import { strongest, together } from './strength.ts';

/**
 * What a text announces and feels, by the phrases of its language. Time is linear in its length.
 * @param phrases of the language that the text is in; see `compilePhrases`
 * @param read see `readText`; empty gives nothing found
 * @returns emotions, signals, and how the learned score is corrected, each with the words it rests on
 * @example findSignals(compilePhrases(phrases.en), readText('My father passed away.')).vulnerabilities // ['bereavement']
 */
export function findSignals(phrases: CompiledPhrases, read: ReadText): SignalFindings {
  const text = signalWords(read.tokens, phrases);
  const cues = findCues(phrases, text);
  const settled = isSettled(cues);
  const threats = kindsOf(cues.threat, threatKinds);
  const overIt = settled && threats.length === 0;
  const vulnerable = overIt ? 0 : strongest(cues.vulnerability);
  const feelings = judgeFeelings(cues, text, overIt);
  const { urgency, pastFraud, loss } = judgeUrgency(cues, overIt);
  const vulnerabilities = overIt ? [] : kindsOf(cues.vulnerability, vulnerabilityKinds);
  if (pastFraud) feelings.emotions.fear = Math.max(feelings.emotions.fear, 0.6);
  const signals: Record<TextSignal, number> = {
    distress: distressOf(cues),
    vulnerability: Math.max(vulnerable, loss && !overIt ? 0.7 : 0),
    threat: strongest(cues.threat),
    urgency,
  };
  const { correction, words } = correct(cues, text, feelings.irony, feelings.trouble, overIt);
  return {
    emotions: feelings.emotions,
    signals,
    threats,
    vulnerabilities,
    asksForPerson: strongest(cues['asks-for-person']) > 0,
    settled: overIt,
    correction,
    words: [...words, ...effects(cues, text)],
    topics: heardTopics(cues),
  };
}

function heardTopics(cues: Cues): HeardTopic[] {
  return phraseTopics.flatMap((name, topic) => {
    const found = cues[name];
    if (found === undefined) return [];
    const strength = name === 'sentiment' ? found.reduce((sum, { weight }) => sum + weight, 0) : strongest(found);
    return [{ topic, strength, phrases: found.length }];
  });
}

/** From here on a single phrase of distress stands by itself; below, several add up. */
const outright = 0.5;

function distressOf(cues: Cues): number {
  const alone = strongest(cues.distress);
  return alone >= outright ? alone : together(cues.distress);
}

function isSettled(cues: Cues): boolean {
  const settled = strongest(cues.settled);
  return settled > 0 && strongest(cues.unsettled) === 0 && strongest(cues.irony) === 0;
}

function kindsOf<Kind extends ThreatKind | VulnerabilityKind>(
  cues: readonly Cue[] | undefined,
  kinds: readonly Kind[],
): Kind[] {
  return kinds.filter((kind) => cues?.some((cue) => cue.group.kind === kind && cue.weight > 0) ?? false);
}

/** Topics that are named among the words, and what they move. */
const moved = new Map<PhraseTopic, Emotion | TextSignal | 'asksForPerson'>([
  ...emotions.map((emotion) => [emotion, emotion] as const),
  ['distress', 'distress'],
  ['vulnerability', 'vulnerability'],
  ['loss', 'vulnerability'],
  ['threat', 'threat'],
  ['danger', 'urgency'],
  ['lifeline', 'urgency'],
  ['fraud', 'urgency'],
  ['haste', 'urgency'],
  ['asks-for-person', 'asksForPerson'],
  ['failure', 'frustration'],
  ['repeat', 'frustration'],
  ['polite', 'frustration'],
]);
/** Cues of a topic that are named; a text repeats itself. */
const namedPerTopic = 4;

function effects(cues: Cues, text: SignalWords): WordEffect[] {
  const words: WordEffect[] = [];
  for (const [topic, on] of moved)
    for (const cue of (cues[topic] ?? []).slice(0, namedPerTopic))
      if (cue.weight !== 0) words.push(effect(cue, on, cue.weight, text));
  return words;
}

function effect(cue: Cue, on: WordEffect['on'], value: number, text: SignalWords, changed?: string): WordEffect {
  const start = text.tokens[cue.from]?.start ?? 0;
  const end = text.tokens[cue.to]?.end ?? start;
  const changedBy = changed === undefined ? cue.changedBy : [...cue.changedBy, changed];
  return { text: '', start, end, on, effect: value, ...(changedBy.length > 0 ? { changedBy } : {}) };
}

function correct(
  cues: Cues,
  text: SignalWords,
  irony: number,
  trouble: number,
  overIt: boolean,
): { correction: number; words: WordEffect[] } {
  const words: WordEffect[] = [];
  for (const cue of (cues.sentiment ?? []).slice(0, namedPerTopic)) words.push(effect(cue, 'score', cue.weight, text));
  const praise = cues.irony?.[0] ?? cues.praise?.[0];
  if (irony > 0.4 && praise !== undefined) words.push(effect(praise, 'score', -irony, text, 'ironic'));
  const failing = cues.failure?.[0] ?? cues.repeat?.[0];
  if (trouble >= 0.5 && failing !== undefined) words.push(effect(failing, 'score', -0.4 * trouble, text));
  const settled = cues.settled?.find(({ weight }) => weight > 0);
  if (overIt && settled !== undefined) words.push(effect(settled, 'score', 0.5, text));
  return { correction: words.reduce((sum, word) => sum + word.effect, 0), words };
}
