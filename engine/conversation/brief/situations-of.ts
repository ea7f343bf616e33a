import { acuteUrgency } from '../../sentiment/model/text-score.ts';
import { fullLanguages } from '../../sentiment/model/language.ts';
import type { HandoffInput } from '../model/handoff-input.ts';
import { situations, type Situation } from '../model/situation.ts';

/** Contacts, unanswered messages and hours from which on the table `escalation` has rows, too. */
const manyContacts = 3;
const manyUnanswered = 3;
const longWait = 24;

/**
 * What the person is faced with, gravest first. At least one: `other`.
 * @param customerLanguage as found; null where it could not be told
 * @param failed attempts that failed
 */
export function situationsOf(
  { judgement, customer, settings }: HandoffInput,
  customerLanguage: string | null,
  failed: number,
): Situation[] {
  const { conversation, signals } = judgement.facts;
  const threats = signals?.threats ?? [];
  const feels = (...names: string[]) => names.some((name) => conversation.emotions?.some((one) => one === name));
  const language = settings.language ?? 'en';
  const holds: Record<Situation, boolean> = {
    distress: signals?.distress === true,
    danger: (signals?.urgency ?? 0) >= acuteUrgency,
    violence: threats.includes('violence'),
    vulnerability: signals?.vulnerability === true || customer?.vulnerable === true,
    legal: threats.includes('legal'),
    regulator: threats.includes('regulator'),
    press: threats.includes('press'),
    'repeated-failure':
      failed > 0 || conversation.repeatedQuestions > 0 || (conversation.contacts7d ?? 0) >= manyContacts,
    anger: !conversation.settled && feels('anger', 'frustration', 'disappointment'),
    leaving: threats.includes('leave'),
    waiting: conversation.unansweredMessages >= manyUnanswered || (conversation.hoursWaiting ?? 0) >= longWait,
    confusion: feels('confusion'),
    'asks-for-person': signals?.asksForPerson === true,
    language:
      judgement.messages.some(({ score }) => score?.vulnerabilities.includes('language')) ||
      (customerLanguage !== null && customerLanguage !== language) ||
      (customerLanguage === null && conversation.unreadable),
    other: false,
  };
  const found = situations.filter((situation) => holds[situation]);
  return found.length > 0 ? found : ['other'];
}

/** The language in which most of the customer's messages are written, the later of equals; null where none was told. */
export function languageOfCustomer(messages: HandoffInput['judgement']['messages']): string | null {
  const counts = new Map<string, number>();
  for (const { score } of messages) {
    if (score === null || score.language === 'und') continue;
    counts.set(score.language, (counts.get(score.language) ?? 0) + 1);
  }
  let most: string | null = null;
  for (const [language, count] of counts) if (most === null || count >= (counts.get(most) ?? 0)) most = language;
  return most;
}

/** Of the languages that a playbook has words in; null for any other. */
export function fullLanguageOf(language: string | null): (typeof fullLanguages)[number] | null {
  return fullLanguages.find((one) => one === language) ?? null;
}
