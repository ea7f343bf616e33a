import type { HandoffBrief } from '../model/handoff-brief.ts';
import type { HandoffInput } from '../model/handoff-input.ts';
import { momentOf } from '../facts/moment.ts';
import { sentencesIn } from '../facts/sentences.ts';
import { adviceFor } from './advice.ts';
import { automationOf } from './automation.ts';
import { failuresOf } from './failures.ts';
import { feelingsOf } from './feelings.ts';
import { fittedTo } from './fitted-to.ts';
import { givenFacts } from './given-facts.ts';
import { labelsIn } from './labels/labels-in.ts';
import { promisesOf } from './promises.ts';
import { fullLanguageOf, languageOfCustomer, situationsOf } from './situations-of.ts';
import { timelineOf } from './timeline.ts';
import { told } from './told.ts';
import { wantsOf } from './wants.ts';
import { whoOf } from './who.ts';

/** Bounds of a brief, in characters of its Markdown. Chosen: 8,000 is two printed pages; below 1,000 not even the reasons have room. */
const usualCharacters = 8_000;
const fewestCharacters = 1_000;
const mostCharacters = 100_000;

/**
 * Writes what a person needs to take a conversation over: who, what they want, what happened, what automation did and why, what failed,
 * how they feel and since when, what was promised, what to do, what not to ask. Extractive: nothing is in it that is not in the input.
 * @param input the judged conversation, and whatever else is known; what is missing is said to be not known, or left out
 * @returns the brief; entries are cut by importance, whole, until its Markdown keeps to `maxCharacters`, and `cut` says how many. Advice,
 *   wants and promises go last; header, reasons and situations are never cut
 * @example briefAsMarkdown(writeBrief({ judgement, settings: { playbook: playbooks['agent-handoff'] } }))
 */
export function writeBrief(input: HandoffInput): HandoffBrief {
  const { judgement, customer = {}, decisions = [], promises = [], failed = [], settings } = input;
  const language = settings.language ?? 'en';
  const labels = labelsIn(language);
  const messages = told(judgement.messages);
  const customerLanguage = languageOfCustomer(judgement.messages);
  const now = momentOf(input.now) ?? messages.at(-1)?.moment ?? null;
  const failures = failuresOf(messages, failed);
  const situations = situationsOf(input, customerLanguage, failures.length);
  const feelings = feelingsOf(messages, judgement.facts);
  const { respondWithinHours, queue } = judgement.results;
  const brief: HandoffBrief = {
    schemaVersion: 1,
    language,
    customerLanguage,
    outcome: judgement.outcome,
    respondWithinHours: typeof respondWithinHours === 'number' ? respondWithinHours : null,
    queue: typeof queue === 'string' && queue !== '' ? queue : null,
    why: judgement.decision.reasons.map(({ text }) => withoutChoice(text)).filter((text) => text !== ''),
    situations: situations.map((situation) => ({
      situation,
      title: settings.playbook.situations.find((one) => one.situation === situation)?.title[language] ?? situation,
    })),
    who: whoOf(customer, labels, language),
    wants: wantsOf(messages),
    timeline: timelineOf(messages, { ledBy: judgement.ledBy, worst: worstOf(feelings.scores), since: feelings.since }),
    automation: automationOf(decisions),
    failed: failures,
    feelings,
    promises: promisesOf(messages, promises, now),
    ...adviceFor(settings.playbook, situations, language, fullLanguageOf(customerLanguage) ?? language),
    doNotAsk: givenFacts(messages, labels),
    cut: [],
  };
  return fittedTo(brief, bounded(settings.maxCharacters));
}

/** A reason without the sentence on how its figure was chosen: that is for the board which owns the table. */
function withoutChoice(reason: string): string {
  return sentencesIn(reason)
    .map(({ text }) => text)
    .filter((text) => !text.startsWith('We chose '))
    .join(' ');
}

/** Index of the message with the lowest score; null where none is below zero. */
function worstOf(scores: HandoffBrief['feelings']['scores']): number | null {
  let worst: { message: number; score: number } | null = null;
  for (const one of scores) if (one.score < (worst?.score ?? 0)) worst = one;
  return worst === null ? null : worst.message - 1;
}

function bounded(characters: number | undefined): number {
  if (characters === undefined || Number.isNaN(characters)) return usualCharacters;
  return Math.min(mostCharacters, Math.max(fewestCharacters, characters));
}
