import { seededRandom, type JsonObject } from '../../engine/index.ts';
import { scriptedMessages, type ScriptedMessages } from './messages.ts';

type Kind = Exclude<keyof ScriptedMessages, 'names' | 'automation'>;

/** How conversations go, each as often as it stands here: what the customer says, one message after the other. */
const courses: readonly (readonly Kind[])[] = [
  ['asks'],
  ['asks'],
  ['asks', 'thanks'],
  ['asks', 'thanks'],
  ['asks', 'thanks'],
  ['asks', 'asksAgain', 'thanks'],
  ['asks', 'asksAgain'],
  ['asks', 'asksAgain', 'annoyed'],
  ['asks', 'asksAgain', 'annoyed', 'annoyed'],
  ['annoyed', 'thanks'],
  ['asks', 'threatens'],
  ['asks', 'asksAgain', 'wantsPerson'],
  ['vulnerable'],
  ['asks', 'distressed'],
];

/**
 * Conversations of customers with an assistant, by chat and mail, in six languages; each ends with a message of the customer. The
 * same count and seed give the same ones on every machine. Nobody in them exists: addresses of mail end in example.com.
 *
 * @param count how many
 * @param seed any whole number
 * @example supportConversations(2, 1).map((entry) => entry.conversationId) // ['S-0001', 'S-0002']
 */
export function supportConversations(count = 200, seed = 2026): JsonObject[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => conversation(index + 1, random));
}

function conversation(number: number, random: () => number): JsonObject {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const language = pick(Object.keys(scriptedMessages));
  const script = scriptedMessages[language] as ScriptedMessages;
  const order = `B-${10_000 + Math.floor(random() * 90_000)}`;
  const say = (texts: readonly string[]): string => pick(texts).replaceAll('{order}', order);
  const name = pick(script.names);
  const channel = pick(['chat', 'chat', 'email']);
  const customer = {
    customerId: `C-${String(number).padStart(4, '0')}`,
    name,
    language,
    email: `${name
      .split(' ')[0]
      ?.normalize('NFD')
      .replaceAll(/\P{ASCII}/gu, '')
      .toLowerCase()}.${number}@example.com`,
    lifetimeValue: Math.round(50 * Math.exp(random() * 5.5)),
    consents: { newsletter: random() < 0.4, calls: random() < 0.2 },
  };
  // Minutes in a chat, hours by mail.
  const step = channel === 'chat' ? 60_000 : 3_600_000;
  let moment = Date.UTC(2026, 9, 1 + Math.floor(random() * 28), 7 + Math.floor(random() * 10));
  const messages: JsonObject[] = [];
  const add = (author: string, text: string): void => {
    messages.push({ author, at: new Date(moment).toISOString(), channel, text });
    moment += step * (1 + Math.floor(random() * 9));
  };
  const course = pick(courses);
  course.forEach((kind, index) => {
    add('customer', say(script[kind]));
    // The last word is the customer's: it is what the journey answers.
    if (index < course.length - 1) add('assistant', say(script.automation));
  });
  const amount = Math.round(random() * 40_000) / 100;
  return {
    conversationId: `S-${String(number).padStart(4, '0')}`,
    customer,
    order: { number: order, amount },
    messages,
  };
}
