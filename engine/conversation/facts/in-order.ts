import type { ScoredMessage } from '../model/scored-message.ts';
import { momentOf } from './moment.ts';

/** A message at its place in the conversation. */
export interface PlacedMessage extends ScoredMessage {
  /** In the list as it was given. */
  index: number;
  /** Seconds since 1970; null where no message of the conversation has a time. */
  moment: number | null;
}

/**
 * Puts messages into the order of the conversation: by time, and those of equal time as they were given.
 * @param messages in any order. One without a readable time stays with the message before it in the list, and takes its time; the
 *   first ones take that of the first which has one
 * @returns all of them, each once; where none has a time, as given
 * @example inOrder([{ message: { …, at: '2026-11-22T10:00:00Z' }, … }, { message: { …, at: '2026-11-22T09:00:00Z' }, … }])[0].index // 1
 */
export function inOrder(messages: readonly ScoredMessage[]): PlacedMessage[] {
  const own = messages.map(({ message }) => momentOf(message.at));
  let last = own.find((moment) => moment !== null) ?? null;
  const placed = messages.map((scored, index): PlacedMessage => {
    last = own[index] ?? last;
    return { message: scored.message, score: scored.score, index, moment: last };
  });
  return placed.sort((a, b) => (a.moment ?? 0) - (b.moment ?? 0) || a.index - b.index);
}
