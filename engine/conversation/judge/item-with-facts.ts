import { splitPath } from '../../decision/facts/read-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { ConversationFacts } from '../model/conversation-facts.ts';

/**
 * Puts the facts of a conversation where a table reads them: as `conversation` and `signals` in the object that holds its facts.
 * @param item stays as it is
 * @param dataField path of that object in the item; empty for the item itself. What is no object on the way is replaced
 * @param facts take the place of members of the same name; other members of an object `conversation` or `signals` stay
 * @example itemWithFacts({ order: { amount: 3 } }, '', facts) // { order: …, conversation: …, signals: … }
 */
export function itemWithFacts(item: JsonObject, dataField: string, facts: ConversationFacts): JsonObject {
  return withMembers(item, splitPath(dataField) ?? [], facts);
}

function withMembers(object: JsonObject, path: readonly string[], facts: ConversationFacts): JsonObject {
  const [name, ...rest] = path;
  if (name !== undefined) {
    const inside = Object.hasOwn(object, name) ? object[name] : undefined;
    return { ...object, [name]: withMembers(isJsonObject(inside) ? inside : {}, rest, facts) };
  }
  const { conversation, signals } = facts;
  return {
    ...object,
    conversation: merged(object['conversation'], conversation),
    ...(signals !== undefined && { signals: merged(object['signals'], signals) }),
  };
}

function merged(known: JsonValue | undefined, found: object): JsonObject {
  return { ...(isJsonObject(known) ? known : {}), ...(found as JsonObject) };
}
