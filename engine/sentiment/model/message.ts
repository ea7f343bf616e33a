/** Who wrote a message: the customer, a person of the company, or a machine of the company. */
export const messageAuthors = ['customer', 'agent', 'automation'] as const;
export type MessageAuthor = (typeof messageAuthors)[number];

/** One message of a conversation. */
export interface Message {
  author: MessageAuthor;
  text: string;
  /** ISO 8601 with offset; absent where it is not known. */
  at?: string;
  /** `email`, `chat`, `phone`, …; free. */
  channel?: string;
  /** Of the contact (ticket, call, chat session) that the message belongs to; messages of one contact share it. */
  contact?: string;
}
