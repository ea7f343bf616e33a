import type { Emotion } from '../model/text-score.ts';
import type { Cues } from './find-cues.ts';
import type { SignalWords } from './signal-words.ts';
import { strongest, together } from './strength.ts';

/** What a message feels, and what that rests on. */
export interface FeelingsFinding {
  emotions: Record<Emotion, number>;
  /** Praise of a failure, or words that are irony by themselves: 0 to 1. */
  irony: number;
  /** How much there is to be cross about, 0 to 1: failures, repetition, displeasure, irony, cold politeness. */
  trouble: number;
}

/**
 * Emotions from phrases. Anger and frustration come from words that say so, and from what happened: a failure for the third
 * time is frustrating, in whatever words it is told. The weights are chosen: two grounds together (a failure and its repetition) reach
 * 0.5, from where an emotion counts; one alone does not; by hand, on the development messages.
 * @source labelling guide of tests/cases/conversation, "Escalate" 1 to 3 and "Continue" 1 to 5
 */
export function judgeFeelings(cues: Cues, text: SignalWords, overIt: boolean): FeelingsFinding {
  const failure = together(cues.failure);
  const repeat = together(cues.repeat);
  const mild = strongest(cues.mild);
  const elsewhere = strongest(cues.elsewhere);
  const denials = Math.min(cues.negation?.length ?? 0, 4);
  const irony = ironyOf(cues, text, failure, repeat, mild + elsewhere);
  const shouting = Math.min(1, (text.shouted > 0.3 ? 0.6 : text.shouted > 0.1 ? 0.3 : 0) + 0.3 * text.stressedMarks);
  const frustrated = strongest(cues.frustration);
  const displeased = strongest(cues.disappointment);
  const cause = Math.max(failure, repeat, frustrated, displeased, denials > 0 ? 0.3 : 0, text.asks ? 0.3 : 0);
  const relents = [cues.contrast, cues.gratitude, cues.praise, cues.settled].some((found) => strongest(found) > 0);
  const anger = strongest(cues.anger) * (cause > 0 || !relents ? 1 : 0.55);
  const told =
    0.45 * failure +
    0.5 * repeat +
    0.5 * frustrated +
    0.5 * anger +
    0.5 * displeased +
    0.9 * irony +
    0.75 * strongest(cues.polite) +
    0.3 * shouting +
    (failure > 0 ? 0.12 : 0.06) * denials -
    0.4 * mild -
    0.7 * elsewhere -
    (text.asks && repeat + anger + frustrated === 0 ? 0.15 : 0) -
    0.4 * Math.max(0, strongest(cues.sentiment));
  const kept = overIt ? 0.25 : 1;
  const trouble = clamp(told) * kept;
  const calmer = kept * (1 - 0.7 * elsewhere);
  return {
    emotions: {
      anger: clamp(anger + (anger > 0 ? 0.2 * shouting : 0) + 0.4 * irony * kept) * calmer,
      frustration: Math.max(trouble, frustrated * calmer * (mild > 0 ? 0.6 : 1)),
      disappointment: displeased * calmer * (mild > 0 ? 0.5 : 1),
      fear: together(cues.fear),
      sadness: together(cues.sadness),
      confusion: together(cues.confusion),
      gratitude: irony > 0.4 ? 0 : together(cues.gratitude),
    },
    irony,
    trouble,
  };
}

/**
 * Words of praise beside a failure; not where a `but` parts them, and not of a blemish or oneself. An ironic phrase alone ("of course")
 * is often meant, and counts half; praise alone counts where the writer points at it with quotation marks or three points.
 */
function ironyOf(cues: Cues, text: SignalWords, failure: number, repeat: number, excuse: number): number {
  const outright = strongest(cues.irony);
  const praise = together(cues.praise, 3);
  const denied = (cues.negation?.length ?? 0) > 0 ? 0.4 : 0;
  const lasting = strongest(cues['running-out']) * 0.5;
  const cause = Math.max(failure, repeat, denied, lasting);
  const parted = (cues.contrast?.length ?? 0) > 0 || text.asks || strongest(cues.sentiment) > 0;
  const praised = praise > 0 && cause > 0 && !parted && strongest(cues.gratitude) * 0.5 < cause ? 0.4 + 0.4 * cause : 0;
  const bare =
    praise > 0.5 && !parted && cues.gratitude === undefined && strongest(cues.settled) === 0
      ? text.pointed
        ? 0.56
        : 0.3
      : 0;
  const meant = outright > 0 ? outright * (cause > 0 || praise > 0 ? 1 : 0.5) : 0;
  return clamp(Math.max(praised, meant, bare) - 0.7 * excuse);
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
