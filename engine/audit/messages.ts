import type { IssueMessage } from '../issue.ts';
import { receiptMessages } from './receipt-messages.ts';
import { verificationMessages } from './verification-messages.ts';

/** Wording of what can be wrong with a ledger and its receipts. */
export const auditMessages: Record<string, IssueMessage> = { ...receiptMessages, ...verificationMessages };
