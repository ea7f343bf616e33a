import type { PromiseEntry } from '../model/handoff-brief.ts';
import type { KnownPromise } from '../model/handoff-input.ts';
import { dueIn, isOverdue } from './due-in.ts';
import { plainWords } from './plain-words.ts';
import { negations, promiseCues } from './promise-cues.ts';
import { quoteOf, type ToldMessage } from './told.ts';

/** Words behind a cue in which a negation makes it none. Chosen: 3, "we will therefore not". */
const negatedWithin = 3;

/**
 * What was promised: what the caller knows, then sentences of the company in which it commits itself, oldest first. Questions and sentences
 * whose cue is negated are none.
 * @param now seconds since 1970; null where it is not known
 */
export function promisesOf(
  messages: readonly ToldMessage[],
  known: readonly KnownPromise[],
  now: number | null,
): PromiseEntry[] {
  const given = known.map(({ text, by, at, due }): PromiseEntry => ({
    text,
    by: by ?? null,
    ...(at !== undefined && { at }),
    ...(due !== undefined && { due }),
    overdue: isOverdue(due, now),
  }));
  const said = messages
    .filter(({ message }) => message.author !== 'customer')
    .flatMap((message) =>
      message.sentences.filter(({ text }) => isPromise(text)).map(({ text }) => asPromise(message, text, now)),
    );
  return [...given, ...said];
}

function asPromise(told: ToldMessage, sentence: string, now: number | null): PromiseEntry {
  const { text, at, message } = quoteOf(told, sentence);
  const due = dueIn(sentence, at);
  return {
    text,
    by: told.message.author,
    ...(at !== undefined && { at }),
    ...due,
    overdue: isOverdue(due?.due, now),
    message,
  };
}

function isPromise(sentence: string): boolean {
  if (/[?？]\W*$/u.test(sentence)) return false;
  const words = plainWords(sentence);
  return promiseCues.some((cue) => {
    const at = words.indexOf(cue);
    if (at === -1) return false;
    const behind = words
      .slice(at + cue.length)
      .split(' ')
      .slice(0, negatedWithin);
    const before = words.slice(0, at).split(' ').at(-1) ?? '';
    return !negations.has(before) && !behind.some((word) => negations.has(word));
  });
}
