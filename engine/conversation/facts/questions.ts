import { sentencesIn } from './sentences.ts';

/** Words that make a question, and questions that are remembered. Chosen: more change nothing in what customers write. */
const wordsPerQuestion = 40;
const questionsRemembered = 20;
/** Of the words of both questions, so many must be in common. Chosen: a half, because a question is repeated in other order, with a word more or less. */
const commonShare = 0.5;
/** Shorter ones ("really?") are no question that could be repeated. */
const wordsToCompare = 3;

const questionEnd = /[?？؟]["'’”»)\]!]*$/u;
const word = /[\p{L}\p{N}]{2,}/gu;

/**
 * The questions of a text: sentences that end with a question mark and hold a letter. A question mark inside of an address is none.
 * @returns each as it was written
 * @example questionsIn('Hello. Where is it? See x.org/?a=1') // ['Where is it?']
 */
export function questionsIn(text: string): string[] {
  return sentencesIn(text)
    .map((sentence) => sentence.text)
    .filter((sentence) => questionEnd.test(sentence) && /\p{L}/u.test(sentence));
}

/** The questions of a conversation as they come, and which of them were asked before. */
export class QuestionMemory {
  private readonly asked: Set<string>[] = [];
  /** How many repeated an earlier one. */
  repeated = 0;

  /** @returns whether one of the questions was asked before */
  add(questions: readonly string[]): boolean {
    const before = this.repeated;
    const now = questions.map(wordsOf).filter((words) => words.size >= wordsToCompare);
    for (const words of now) if (this.asked.some((other) => isAlike(words, other))) this.repeated++;
    // A question twice in one message is one question.
    this.asked.push(...now);
    this.asked.splice(0, Math.max(0, this.asked.length - questionsRemembered));
    return this.repeated > before;
  }

  clear(): void {
    this.asked.length = 0;
    this.repeated = 0;
  }
}

function wordsOf(question: string): Set<string> {
  const words = new Set<string>();
  for (const [one] of question.toLowerCase().matchAll(word)) {
    words.add(one);
    if (words.size === wordsPerQuestion) break;
  }
  return words;
}

function isAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let common = 0;
  for (const each of one) if (other.has(each)) common++;
  return common >= commonShare * (one.size + other.size - common);
}
