import type { Result } from '../../issue.ts';
import type { TextLanguage } from '../../sentiment/model/language.ts';
import type { Message } from '../../sentiment/model/message.ts';
import type { TextScore } from '../../sentiment/model/text-score.ts';
import { inOrder } from '../facts/in-order.ts';
import { isBlank } from '../facts/visible-text.ts';
import type { ConversationJudgement, JudgeOptions } from '../model/judgement.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { judgeScored } from './judge-scored.ts';

/**
 * Reads one text: `scoreText` with its model, language and overlay.
 * @param isAnswer the company wrote before it
 * @param language of the conversation, for a text that does not tell its own; a language that was chosen for all texts goes before it
 */
export type TextReader = (text: string, language?: TextLanguage, isAnswer?: boolean) => TextScore;

/** Below this the language of a short text is asked of the others. Chosen: 0.8, because "no" and "ok" are of several. */
const languageTold = 0.8;

/**
 * Scores the messages of the customer; those of the company and blank ones are not scored. A message whose language cannot be told is
 * read in the language of the customer's others: who writes German for ten messages writes "no" in German, too.
 * @param read called once per message of the customer in the order given, and once more for those
 * @returns all messages, in the order given
 * @example scoreMessages((text, language) => scoreText(model, text, { language }), [{ author: 'agent', text: 'Hello' }])[0].score // null
 */
function scoreMessages(read: TextReader, messages: readonly Message[]): ScoredMessage[] {
  const answers = answersOf(messages);
  const scored = messages.map((message, index) => ({
    message,
    score:
      message.author === 'customer' && !isBlank(message.text)
        ? read(message.text, undefined, answers.has(index))
        : null,
  }));
  const language = commonLanguage(scored);
  if (language === null) return scored;
  return scored.map(({ message, score }, index) => {
    const isUntold = score !== null && score.language !== language && score.languageProbability < languageTold;
    return { message, score: isUntold ? read(message.text, language, answers.has(index)) : score };
  });
}

/** Indexes of messages before which somebody of the company wrote. */
function answersOf(messages: readonly Message[]): Set<number> {
  const placed = inOrder(messages.map((message) => ({ message, score: null })));
  return new Set(
    placed.flatMap(({ index }, at) => {
      const before = placed[at - 1]?.message.author;
      return before === undefined || before === 'customer' ? [] : [index];
    }),
  );
}

/** The language that most messages are surely in, the first of equals; null where none is. */
function commonLanguage(messages: readonly ScoredMessage[]): TextLanguage | null {
  const counts = new Map<TextLanguage, number>();
  for (const { score } of messages) {
    if (score === null || score.language === 'und' || score.languageProbability < languageTold) continue;
    counts.set(score.language, (counts.get(score.language) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

/**
 * Reads a conversation and judges it: `scoreMessages`, then `judgeScored`. To judge again with a score changed, call the latter.
 * @param read reads one text
 * @param messages in any order; a single text is a conversation of one message of the customer
 * @param options table, further facts, now and day
 * @returns as `judgeScored`
 * @example judgeConversation((text, language) => scoreText(model, text, { language }), [{ author: 'customer', text }], { table: tablePacks.escalation.table })
 */
export function judgeConversation(
  read: TextReader,
  messages: readonly Message[],
  options: JudgeOptions,
): Result<ConversationJudgement> {
  return judgeScored(scoreMessages(read, messages), options);
}
