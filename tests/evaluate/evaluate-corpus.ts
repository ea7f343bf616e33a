import { fullLanguages, loadTextModel } from '../../engine/index.ts';
import {
  foldsOf,
  learnNeed,
  needExamples,
  needFolds,
  needTable,
  withJoined,
} from '../../engine/sentiment/train/train-need.ts';
import { readCorpus } from '../../rules/text-model/corpus.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { tallyOf, type ConversationTally } from './evaluate-conversation.ts';

const seed = 2026;

/**
 * Decides each message of the corpus the whole way, by weights that were learned without its theme. The messages that phrases were found by
 * are learned from, and not judged.
 */
export function evaluateCorpus(): ConversationTally[] {
  const messages = fullLanguages.flatMap(readCorpus);
  const all = withJoined(messages, seed);
  const { weights, phrases } = textModelDocument;
  const examples = needExamples(loadTextModel(textModelDocument), all);
  const foldOf = foldsOf(all);
  const sharpness = Number((weights.tables['need']?.settings['sharpness'] as readonly number[] | undefined)?.[0] ?? 1);
  const sums = new Map<string, ConversationTally & { mistakes: Record<string, number> }>();
  for (let fold = 0; fold < needFolds; fold++) {
    const learned = learnNeed(
      examples.filter((_, at) => foldOf[at] !== fold),
      seed,
    );
    const tables = { ...weights.tables, need: needTable(learned, sharpness) };
    const unseen = messages.filter(({ theme }, at) => foldOf[at] === fold && !theme.startsWith('00'));
    for (const tally of tallyOf(unseen, loadTextModel({ weights: { ...weights, tables }, phrases }))) {
      const key = `${tally.language} ${tally.kind}`;
      const sum = sums.get(key) ?? { ...tally, messages: 0, asLabelled: 0, mistakes: {} };
      sums.set(key, sum);
      sum.messages += tally.messages;
      sum.asLabelled += tally.asLabelled;
      for (const [what, count] of Object.entries(tally.mistakes))
        sum.mistakes[what] = (sum.mistakes[what] ?? 0) + count;
    }
  }
  return [...sums.values()];
}
