import type { Message } from '../../sentiment/model/message.ts';
import type { TextScore } from '../../sentiment/model/text-score.ts';

/** A message of a conversation with what the text model says of it. */
export interface ScoredMessage {
  message: Message;
  /** Null for messages of the company, which are not scored, and for customers' messages without a visible character. */
  score: TextScore | null;
}
