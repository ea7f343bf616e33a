import { seededRandom } from '../../seeded-random.ts';
import type { Need } from '../model/need.ts';
import type { NeedText } from './training-data.ts';

/**
 * Of how many messages of a need a longer one is made. Chosen: all that need nothing, a quarter of the others, because people who need something write longer,
 * and without these length itself would be learned as a need: of benign messages of two, .28 were heard as urgent instead of .11.
 */
const share: Readonly<Record<Need, number>> = { none: 1, person: 0.25, 'person-now': 0.25, distress: 0.25 };

/**
 * Long messages made of short ones: a message before or behind one of its theme and language that needs nothing. What it needs, both together need.
 * @returns the made ones alone
 */
export function joinedMessages(messages: readonly NeedText[], seed: number): NeedText[] {
  const random = seededRandom(seed);
  const placeOf = ({ theme, language }: NeedText) => `${language} ${theme}`;
  const calm = new Map<string, string[]>();
  for (const message of messages) {
    if (message.need !== 'none') continue;
    const texts = calm.get(placeOf(message));
    if (texts === undefined) calm.set(placeOf(message), [message.text]);
    else texts.push(message.text);
  }
  return messages.flatMap((message) => {
    if (random() >= share[message.need]) return [];
    const others = calm.get(placeOf(message)) ?? [];
    const other = others[Math.floor(random() * others.length)];
    if (other === undefined) return [];
    const both = random() < 0.5 ? [other, message.text] : [message.text, other];
    return [{ ...message, text: both.join(' ') }];
  });
}
