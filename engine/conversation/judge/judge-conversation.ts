import type { Result } from '../../issue.ts';
import type { Message } from '../../sentiment/model/message.ts';
import type { TextScore } from '../../sentiment/model/text-score.ts';
import { isBlank } from '../facts/visible-text.ts';
import type { ConversationJudgement, JudgeOptions } from '../model/judgement.ts';
import type { ScoredMessage } from '../model/scored-message.ts';
import { judgeScored } from './judge-scored.ts';

/** Reads one text: `scoreText` with its model, language and overlay. */
export type TextReader = (text: string) => TextScore;

/**
 * Scores the messages of the customer; those of the company and blank ones are not scored.
 * @param read called once per message of the customer, in the order given
 * @returns all messages, in the order given
 * @example scoreMessages((text) => scoreText(model, text), [{ author: 'agent', text: 'Hello' }])[0].score // null
 */
export function scoreMessages(read: TextReader, messages: readonly Message[]): ScoredMessage[] {
  return messages.map((message) => ({
    message,
    score: message.author === 'customer' && !isBlank(message.text) ? read(message.text) : null,
  }));
}

/**
 * Reads a conversation and judges it: `scoreMessages`, then `judgeScored`. To judge again with a score changed, call the latter.
 * @param read reads one text
 * @param messages in any order; a single text is a conversation of one message of the customer
 * @param options table, further facts, now and day
 * @returns as `judgeScored`
 * @example judgeConversation((text) => scoreText(model, text), [{ author: 'customer', text }], { table: tablePacks.escalation.table })
 */
export function judgeConversation(
  read: TextReader,
  messages: readonly Message[],
  options: JudgeOptions,
): Result<ConversationJudgement> {
  return judgeScored(scoreMessages(read, messages), options);
}
