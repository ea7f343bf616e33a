import type { JsonObject, JsonValue } from '../../json.ts';
import { writePath } from '../../decision/facts/write-path.ts';
import type { MessageAuthor } from '../../sentiment/model/message.ts';
import type { MessageSetting } from './message-setting.ts';

type Line = readonly [author: MessageAuthor, hour: number, text: string];

/** Conversations of invented customers, from the mildest to the gravest. Chosen: one for each kind of ground of the pack `escalation`. */
const conversations: readonly (readonly Line[])[] = [
  [['customer', 0, 'Hello, can I change the address of my delivery?']],
  [
    ['customer', 0, 'Where is my parcel?'],
    ['automation', 0, 'It will arrive tomorrow.'],
    ['customer', 26, 'It is here, thank you very much!'],
  ],
  [
    ['customer', 0, 'On which day will the table be delivered?'],
    ['automation', 0, 'Your order is being prepared.'],
    ['customer', 50, 'On which day will the table be delivered?'],
    ['automation', 50, 'Your order is being prepared.'],
    ['customer', 75, 'I asked you twice already. On which day will the table be delivered?'],
  ],
  [['customer', 0, 'Super, schon wieder eine Woche ohne Internet. Ganz toll gemacht.']],
  [['customer', 0, 'This is the third time that I write, and I am furious. My lawyer will hear of it.']],
  [['customer', 0, 'Ma mère est décédée. Comment puis-je résilier son contrat ?']],
  [['customer', 0, 'Estoy en paro desde marzo y no puedo pagar la cuota.']],
  [['customer', 0, 'It smells of gas in the kitchen, and I feel dizzy.']],
  [['customer', 0, 'I do not want to live any more. Please cancel everything.']],
];

/** @source invented: a Monday */
const startMs = Date.UTC(2026, 10, 2, 9);
const hourMs = 3_600_000;

/**
 * Conversations to try a journey with, in the form in which a step reads them.
 * @returns the path in the item, and a value there for each conversation: a text, or a list of messages
 * @example sampleConversations(setting).values.length // 9
 */
export function sampleConversations(setting: MessageSetting): { path: string; values: JsonValue[] } {
  if (setting.messagesFrom === 'text') {
    return { path: setting.textField, values: conversations.map((lines) => lines.at(-1)?.[2] ?? '') };
  }
  return {
    path: setting.listField,
    values: conversations.map((lines) => lines.map((line, index) => messageOf(line, index, setting))),
  };
}

function messageOf([author, hour, text]: Line, index: number, setting: MessageSetting): JsonObject {
  const message: JsonObject = {};
  writePath(message, setting.messageField, text);
  writePath(message, setting.authorField, setting.authorValues[author][0] ?? author);
  writePath(message, setting.timeField, new Date(startMs + hour * hourMs + index * 60_000).toISOString());
  writePath(message, setting.channelField, 'chat');
  return message;
}
