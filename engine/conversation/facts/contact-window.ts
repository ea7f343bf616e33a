import type { PlacedMessage } from './in-order.ts';

const secondsOfWeek = 7 * 86_400;
/** Chosen: a day, because people come back to a chat or mail within it and mean the same contact. */
const pauseBetweenContacts = 86_400;

/**
 * How often the customer got in touch within the last seven days, message by message. Messages that name their `contact` belong to it;
 * of the others, those of one channel without a pause of a day.
 */
export class ContactWindow {
  private readonly within: { key: string; moment: number; index: number }[] = [];
  private oldest = 0;
  private readonly messagesOf = new Map<string, number>();
  private readonly sessions = new Map<string, { last: number; number: number }>();

  /** In the order of the conversation. */
  add({ message, moment, index }: PlacedMessage): void {
    if (moment === null) return;
    const key = message.contact === undefined ? this.sessionOf(message.channel ?? '', moment) : `c${message.contact}`;
    if (message.author !== 'customer') return;
    this.within.push({ key, moment, index });
    this.messagesOf.set(key, (this.messagesOf.get(key) ?? 0) + 1);
  }

  /** @param now not before the last message, and not before the `now` of an earlier call */
  count(now: number): number {
    for (let entry = this.within[this.oldest]; entry !== undefined; entry = this.within[this.oldest]) {
      if (entry.moment > now - secondsOfWeek) break;
      const left = (this.messagesOf.get(entry.key) ?? 1) - 1;
      if (left === 0) this.messagesOf.delete(entry.key);
      else this.messagesOf.set(entry.key, left);
      this.oldest++;
    }
    return this.messagesOf.size;
  }

  /** Indexes of the first message of each contact that counted when `count` was last called. */
  firstOfEach(): number[] {
    const seen = new Set<string>();
    return this.within.slice(this.oldest).flatMap(({ key, index }) => {
      if (seen.has(key)) return [];
      seen.add(key);
      return [index];
    });
  }

  private sessionOf(channel: string, moment: number): string {
    const session = this.sessions.get(channel) ?? { last: moment, number: 0 };
    if (moment - session.last >= pauseBetweenContacts) session.number++;
    session.last = moment;
    this.sessions.set(channel, session);
    return `s${session.number} ${channel}`;
  }
}
