import type { Emotion, ThreatKind } from '../../sentiment/model/text-score.ts';

/**
 * What a conversation says of itself, as the decision table `escalation` reads it. An absent member is not known, and no ground
 * of the table.
 *
 * The _open part_ of a conversation begins with the last message in which the customer says that the matter is settled, and with the
 * first message where there is none: what was settled does not count against the company any more. Distress counts wherever it was said.
 */
export interface ConversationFacts {
  conversation: {
    /** Messages of the customer, blank ones too. */
    customerMessages: number;
    /** Weighted mean of the open part, -1 to 1: of each two messages, the one two places later counts twice. Absent: nothing to read. */
    sentiment?: number;
    /** Change per message of the customer, fitted by least squares over the last eight of the open part; absent below three. */
    sentimentSlope?: number;
    /** Lowest of the open part, -1 to 1. Absent: nothing to read. */
    worstSentiment?: number;
    /** Messages of the customer since the company last wrote; none when the last says that the matter is settled. */
    unansweredMessages: number;
    /** Questions in those. */
    unansweredQuestions: number;
    /** Questions of the open part that the customer had asked before in the same words or nearly so. */
    repeatedQuestions: number;
    /** Times the customer got in touch within the seven days before now. Absent where no message has a time. */
    contacts7d?: number;
    /** Hours from the oldest unanswered message to now, hundredths, rounded down; 0 when nothing is unanswered. Absent where no message has a time. */
    hoursWaiting?: number;
    /** Emotions of the last three messages of the customer in the open part, strongest first. Absent: nothing to read. */
    emotions?: Emotion[];
    /**
     * How likely one of those three messages needs a person, as `TextScore.need` has it, 0 to 1, hundredths. Absent: nothing to read, or in languages
     * of which nothing was learned.
     */
    need?: number;
    /** The last message of the customer says that the matter is settled. */
    settled: boolean;
    /** The customer wrote, and nothing of the open part can be read: blank, or in a language that the model does not know. */
    unreadable: boolean;
  };
  /** Absent while nothing of the customer can be read. */
  signals?: {
    distress: boolean;
    /** In the open part. */
    vulnerability: boolean;
    /** Highest since a person of the company last wrote, 0 to 1, hundredths; see `acuteUrgency`. */
    urgency: number;
    /** In the open part, in the order in which they were first made. */
    threats: ThreatKind[];
    /** Since a person of the company last wrote. */
    asksForPerson: boolean;
  };
}

/** Messages that a fact rests on, by its path in `ConversationFacts`: `conversation.worstSentiment`. */
export interface FactEvidence {
  path: string;
  /** Indexes in the list as it was given, in the order of the conversation. */
  messages: number[];
  /** Words of the customer that point to it, as written; at most five. */
  words: string[];
}
