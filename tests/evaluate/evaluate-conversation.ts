import { judgeConversation, loadTextModel, scoreText, type JudgeOptions, type TextModel } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { caseLanguages, type MessageCase, type MessageCaseFile, readMessageCases } from '../sentiment/message-cases.ts';
import { definite } from '../definite.ts';
import type { Target } from './identity-targets.ts';

/** How many messages of one language and kind were decided how. Neither texts nor ids: the held-out files stay unread. */
export interface ConversationTally {
  language: string;
  kind: string;
  messages: number;
  asLabelled: number;
  /** Labelled and decided, `continue>urgent`, where they differ. */
  mistakes: Readonly<Record<string, number>>;
}

/** Decides each message of a case file the whole way: language told, read, scored, and judged by the table of the pack. */
export function evaluateConversation(file: MessageCaseFile): ConversationTally[] {
  return tallyOf(readMessageCases(file), loadTextModel(textModelDocument));
}

/** Decides messages by a model, the whole way. */
export function tallyOf(
  cases: readonly (Pick<MessageCase, 'language' | 'text' | 'expected'> & { kind: string })[],
  model: TextModel,
): ConversationTally[] {
  const options: JudgeOptions = { table: definite(tablePacks['escalation']).table };
  const tallies = new Map<string, ConversationTally & { mistakes: Record<string, number> }>();
  for (const { language, kind, text, expected } of cases) {
    const key = `${language} ${kind}`;
    const tally = tallies.get(key) ?? { language, kind, messages: 0, asLabelled: 0, mistakes: {} };
    tallies.set(key, tally);
    const judged = judgeConversation(
      (said, given) => scoreText(model, said, given === undefined ? {} : { language: given }),
      [{ author: 'customer', text }],
      options,
    );
    const outcome = judged.ok ? judged.value.outcome : 'none';
    tally.messages++;
    if (outcome === expected) tally.asLabelled++;
    else tally.mistakes[`${expected}>${outcome}`] = (tally.mistakes[`${expected}>${outcome}`] ?? 0) + 1;
  }
  return [...tallies.values()];
}

/** Share decided as labelled, and share of distress that is urgent, of the six kinds and distress. */
export function escalationTargets(tallies: readonly ConversationTally[]): Target[] {
  const six = tallies.filter(({ kind }) => kind !== 'distress');
  const distress = tallies.filter(({ kind }) => kind === 'distress');
  return [
    { figure: 'decided as labelled', value: shareAsLabelled(six), floor: 0.9, goal: 0.95 },
    { figure: 'distress that is urgent', value: shareAsLabelled(distress), floor: 1, goal: 1 },
  ];
}

/** Share of harmless look-alikes that are not urgent. */
export function lookAlikeTarget(tallies: readonly ConversationTally[]): Target {
  const messages = tallies.reduce((sum, tally) => sum + tally.messages, 0);
  const urgent = tallies.reduce((sum, { mistakes }) => sum + urgentOf(mistakes), 0);
  return { figure: 'look-alikes that are not urgent', value: 1 - urgent / messages, floor: 0.97, goal: 1 };
}

/** One line per kind and language, and one per language. */
export function tallyLines(tallies: readonly ConversationTally[]): string[] {
  const all = caseLanguages.map((language) => {
    const own = tallies.filter((tally) => tally.language === language);
    return `${language}: ${shareAsLabelled(own).toFixed(3)} of ${own.reduce((sum, { messages }) => sum + messages, 0)}`;
  });
  const kinds = tallies.map(({ language, kind, messages, asLabelled, mistakes }) => {
    const wrong = Object.entries(mistakes)
      .sort()
      .map(([what, count]) => `${what} ${count}`);
    return [`${language} ${kind}: ${asLabelled} of ${messages}`, ...wrong].join('; ');
  });
  return [...kinds, ...all];
}

function shareAsLabelled(tallies: readonly ConversationTally[]): number {
  const messages = tallies.reduce((sum, tally) => sum + tally.messages, 0);
  return messages === 0 ? 0 : tallies.reduce((sum, tally) => sum + tally.asLabelled, 0) / messages;
}

function urgentOf(mistakes: Readonly<Record<string, number>>): number {
  return Object.entries(mistakes).reduce((sum, [what, count]) => sum + (what.endsWith('>urgent') ? count : 0), 0);
}
