import { judgeConversation, type TextReader } from '../../conversation/judge/judge-conversation.ts';
import type { ConversationJudgement } from '../../conversation/model/judgement.ts';
import type { FactMapping } from '../../decision/facts/fact-mapping.ts';
import type { DecisionTable } from '../../decision/model.ts';
import type { Result } from '../../issue.ts';
import type { JsonObject } from '../../json.ts';
import type { MessageSetting } from './message-setting.ts';
import { readMessages, type ReadConversation } from './read-messages.ts';

/** What the conversation of an item is judged by. */
export interface ItemJudging {
  /** Reads one text: `scoreText` with its model, language and own labels. */
  read: TextReader;
  messages: MessageSetting;
  /** Gives `outcome`: `continue`, `escalate` or `urgent`. */
  table: DecisionTable;
  /** Where the facts are that the table asks for besides those of the conversation. */
  mapping: FactMapping;
  /** Day of the decision, `YYYY-MM-DD`. */
  day?: string | undefined;
}

/** An item whose conversation was read and judged. */
export interface JudgedItem {
  conversation: ReadConversation;
  judgement: ConversationJudgement;
}

/**
 * Reads the conversation that an item holds, and judges it.
 * @returns the judgement; or issues as `readMessages` and `judgeConversation` give them
 * @example judgeItem(item, { read: (text) => scoreText(model, text), messages, table, mapping: itemIsFacts })
 */
export function judgeItem(item: JsonObject, judging: ItemJudging): Result<JudgedItem> {
  const { read, messages: setting, table, mapping, day } = judging;
  const found = readMessages(item, setting);
  if (!found.ok) return found;
  const { messages, now } = found.value;
  const judged = judgeConversation(read, messages, {
    table,
    item,
    mapping,
    whenFirst: true,
    ...(now !== undefined && { now }),
    ...(day !== undefined && { day }),
  });
  return judged.ok ? { ok: true, value: { conversation: found.value, judgement: judged.value } } : judged;
}
