import { foundFrom } from '../facts/found-from.ts';
import type { BriefFeelings, BriefQuote } from '../model/handoff-brief.ts';
import type { ConversationFacts } from '../model/conversation-facts.ts';
import { quoteOf, type ToldMessage } from './told.ts';

/** From here down a message is clearly unhappy, and above the other the mood has recovered; as in the table `escalation`. */
const lowFrom = -0.3;
const recoveredFrom = 0.05;
/** Chosen: 3, because the rest of the words stands in the timeline. */
const mostQuotes = 3;

/** How the customer feels, since when, and in which words it shows. */
export function feelingsOf(messages: readonly ToldMessage[], { conversation }: ConversationFacts): BriefFeelings {
  const scored = messages.flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }]));
  return {
    now: conversation.sentiment ?? null,
    slope: conversation.sentimentSlope ?? null,
    emotions: [...(conversation.emotions ?? [])],
    since: sinceWhen(scored),
    scores: scored.map(({ index, score }) => ({
      message: index + 1,
      score: Math.round(score.score * 100) / 100 + 0,
    })),
    quotes: quotesOf(scored),
  };
}

type Scored = ToldMessage & { score: NonNullable<ToldMessage['score']> };

/** The first low message after which the mood never recovered. */
function sinceWhen(scored: readonly Scored[]): BriefQuote | null {
  let first: Scored | null = null;
  for (const one of [...scored].reverse()) {
    if (isLow(one)) first = one;
    else if (one.score.score > recoveredFrom || one.score.settled) break;
  }
  return first === null ? null : quoteOf(first, worstSentence(first) ?? first.text);
}

function isLow({ score }: Scored): boolean {
  const { anger, frustration, fear, sadness } = score.emotions;
  const strongest = Math.max(anger, frustration, fear, sadness, score.signals.distress);
  return !score.settled && (score.score <= lowFrom || strongest >= foundFrom);
}

function quotesOf(scored: readonly Scored[]): BriefQuote[] {
  return scored
    .filter(isLow)
    .sort((a, b) => a.score.score - b.score.score || b.index - a.index)
    .slice(0, mostQuotes)
    .map((one) => quoteOf(one, worstSentence(one) ?? one.text));
}

/** The sentence in which the words stand that lowered the score most, or show the strongest feeling; null where none moved it. */
function worstSentence({ score, sentences }: Scored): string | null {
  const weights = sentences.map(({ text, start }) =>
    score.words
      .filter((word) => word.start >= start && word.start < start + text.length && word.on !== 'gratitude')
      .reduce((sum, { on, effect }) => sum + (on === 'score' ? Math.max(0, -effect) : effect), 0),
  );
  const heaviest = Math.max(0, ...weights);
  return heaviest === 0 ? null : (sentences[weights.indexOf(heaviest)]?.text ?? null);
}
