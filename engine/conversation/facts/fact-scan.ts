import type { TextScore } from '../../sentiment/model/text-score.ts';
import type { ConversationFacts, FactEvidence } from '../model/conversation-facts.ts';
import { ContactWindow } from './contact-window.ts';
import { evidenceOf } from './evidence-of.ts';
import { unreadLetters } from './found-from.ts';
import type { PlacedMessage } from './in-order.ts';
import { QuestionMemory, questionsIn } from './questions.ts';
import { SentimentTrend } from './sentiment-trend.ts';
import { SignalTrail } from './signal-trail.ts';
import { isBlank, ownWords } from './visible-text.ts';

/**
 * The facts of a conversation, message by message: after each of them `facts` says how it stands. A message takes the time that its
 * text takes, however long the conversation is.
 */
export class FactScan {
  private readonly trend = new SentimentTrend();
  private readonly trail = new SignalTrail();
  private readonly questions = new QuestionMemory();
  private readonly contacts = new ContactWindow();
  private customerMessages = 0;
  private readable = 0;
  /** Of the open part. */
  private unread = 0;
  private settled = false;
  private unanswered: PlacedMessage[] = [];
  private openQuestions = 0;
  private readonly repeating: number[] = [];

  /** In the order of the conversation. */
  add(placed: PlacedMessage): void {
    this.contacts.add(placed);
    const { author } = placed.message;
    if (author === 'customer') return this.addOfCustomer(placed);
    this.answered();
    if (author === 'agent') this.trail.personWrote();
  }

  private addOfCustomer(placed: PlacedMessage): void {
    const { message, score, index } = placed;
    this.customerMessages++;
    const settled = score?.settled === true;
    if (settled) this.close();
    this.settled = settled;
    if (!settled) this.unanswered.push(placed);
    if (score === null || !isRead(message.text, score)) {
      this.unread++;
      return;
    }
    this.readable++;
    this.trend.add(score.score, index);
    this.trail.add(score, index);
    if (settled) return;
    const questions = questionsIn(ownWords(message.text, score.leftOut));
    this.openQuestions += questions.length;
    if (this.questions.add(questions)) this.repeating.push(index);
  }

  private answered(): void {
    if (this.unanswered.length > 0) this.unanswered = [];
    this.openQuestions = 0;
  }

  private close(): void {
    this.answered();
    this.trend.clear();
    this.trail.settled();
    this.questions.clear();
    this.repeating.length = 0;
    this.readable = 0;
    this.unread = 0;
  }

  /**
   * The facts after the messages so far.
   * @param now seconds since 1970, not before the last message nor before the `now` of an earlier call; null where no message has a time
   */
  facts(now: number | null): ConversationFacts {
    const { trend, trail } = this;
    const sentiment = trend.mean();
    const slope = trend.slope();
    const highest = trail.need();
    const facts: ConversationFacts = {
      conversation: {
        customerMessages: this.customerMessages,
        ...(sentiment !== undefined && { sentiment: hundredths(sentiment) }),
        ...(slope !== undefined && { sentimentSlope: hundredths(slope) }),
        ...(trend.worst !== undefined && { worstSentiment: hundredths(trend.worst) }),
        unansweredMessages: this.unanswered.length,
        unansweredQuestions: this.openQuestions,
        repeatedQuestions: this.questions.repeated,
        ...(now !== null && { contacts7d: this.contacts.count(now), hoursWaiting: this.hoursWaiting(now) }),
        ...(this.readable > 0 && { emotions: trail.emotions() }),
        ...(highest !== null && { need: hundredths(highest.need) }),
        settled: this.settled,
        unreadable: this.readable === 0 && this.unread > 0,
      },
    };
    // Distress stays, also when the customer has said since that all is settled.
    if (this.readable > 0 || trail.distress.length > 0) {
      facts.signals = {
        distress: trail.distress.length > 0,
        vulnerability: trail.vulnerability.length > 0,
        urgency: hundredths(trail.urgency),
        threats: [...trail.threats.keys()],
        asksForPerson: trail.asks.length > 0,
      };
    }
    return facts;
  }

  /** Which messages the facts rest on; those of facts that rest on none are left out. */
  evidence(scores: ReadonlyMap<number, TextScore>): FactEvidence[] {
    return evidenceOf(
      {
        trend: this.trend,
        trail: this.trail,
        unanswered: this.unanswered.map(({ index }) => index),
        repeating: this.repeating,
        contacts: this.contacts.firstOfEach(),
      },
      scores,
    );
  }

  private hoursWaiting(now: number): number {
    const since = this.unanswered[0]?.moment ?? now;
    return Math.floor((now - since) / 36) / 100;
  }
}

/** The language is one of the model's, or the text is so short, or so plain in its signs, that none is needed. */
function isRead(text: string, score: TextScore): boolean {
  if (isBlank(text)) return false;
  return score.language !== 'und' || score.score !== 0 || !hasManyLetters(text);
}

function hasManyLetters(text: string): boolean {
  let letters = 0;
  for (const one of text) if (/\p{L}/u.test(one) && ++letters >= unreadLetters) return true;
  return false;
}

/** To hundredths, so that a board reads in the record what the table compared; never -0. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
