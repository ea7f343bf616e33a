import { judgeScored, type HandoffInput, type ScoredMessage } from '../../../engine/index.ts';
import { playbooks, tablePacks } from '../../../rules/index.ts';
import { definite } from '../../definite.ts';
import { fromCompany, fromCustomer, sampleEmotions, sampleSignals } from './sample-score.ts';

/** A customer whose refund fails twice, across mail, chat and phone; all people and numbers are invented. */
export const sampleConversation: ScoredMessage[] = [
  fromCustomer(
    'Hello, I sent back the lamp of order 88213 on 2 November. Could you tell me when I get my money? My e-mail is rosa.lindholm@example.com.',
    0.1,
    { at: '2026-11-16T09:12:00Z', channel: 'email', contact: 'T-1' },
  ),
  automatic('We have received your return. You will receive your refund within 3 days.', {
    at: '2026-11-16T09:13:00Z',
    channel: 'email',
    contact: 'T-1',
  }),
  fromCustomer('It is Friday and there is still no refund. Can you check it, please?', -0.25, {
    at: '2026-11-20T16:40:00Z',
    channel: 'chat',
    contact: 'T-2',
  }),
  automatic('Refunds take 5 to 10 working days. Is there anything else I can help you with?', {
    at: '2026-11-20T16:41:00Z',
    channel: 'chat',
    contact: 'T-2',
  }),
  fromCompany(
    'I have looked into it: the refund was refused by your bank. I will start it again and call you by Monday.',
    {
      at: '2026-11-20T16:58:00Z',
      channel: 'chat',
      contact: 'T-2',
    },
  ),
  fromCustomer(
    'This is the third time I write about the same 240 euros and nobody called. I am furious. I lost my job in October and I need that money for the rent.',
    {
      score: -0.82,
      probability: 0.94,
      label: 'negative',
      emotions: sampleEmotions({ anger: 0.85, frustration: 0.8 }),
      signals: sampleSignals({ vulnerability: 0.8, urgency: 0.4 }),
      vulnerabilities: ['hardship'],
      words: [
        { text: 'furious', start: 75, end: 82, on: 'anger', effect: 0.85 },
        { text: 'furious', start: 75, end: 82, on: 'score', effect: -0.3 },
        { text: 'nobody called', start: 55, end: 68, on: 'frustration', effect: 0.6 },
        { text: 'lost my job', start: 86, end: 97, on: 'vulnerability', effect: 0.8 },
      ],
    },
    { at: '2026-11-24T08:05:00Z', channel: 'email', contact: 'T-3' },
  ),
  fromCustomer(
    'If the money is not there by Wednesday, I will go to the ombudsman. Please let a person call me on +44 20 7946 0018.',
    {
      score: -0.6,
      probability: 0.9,
      label: 'negative',
      emotions: sampleEmotions({ anger: 0.7 }),
      signals: sampleSignals({ threat: 0.9, urgency: 0.5 }),
      threats: ['regulator'],
      asksForPerson: true,
      words: [{ text: 'ombudsman', start: 59, end: 68, on: 'threat', effect: 0.9 }],
    },
    { at: '2026-11-24T08:09:00Z', channel: 'email', contact: 'T-3' },
  ),
];

function automatic(text: string, message: Partial<ScoredMessage['message']>): ScoredMessage {
  const written = fromCompany(text, message);
  return { ...written, message: { ...written.message, author: 'automation' } };
}

/** Everything that a brief can be made of. */
export function sampleHandoff(changes: Partial<HandoffInput> = {}, messages = sampleConversation): HandoffInput {
  const judged = judgeScored(messages, { table: definite(tablePacks['escalation']).table });
  if (!judged.ok) throw new Error('the sample cannot be judged');
  return {
    judgement: judged.value,
    customer: {
      name: 'Rosa Lindholm',
      id: 'C-20417',
      email: 'rosa.lindholm@example.com',
      since: '2019-03-04',
      tier: 'gold',
      lifetimeValue: 4210,
      currency: 'EUR',
      language: 'en',
      consents: [
        { to: 'service calls', state: 'granted' },
        { to: 'marketing', state: 'refused' },
      ],
    },
    decisions: [
      {
        kind: 'table',
        step: 'Refund limits',
        tableId: 'refund-goodwill-limits',
        tableVersion: '1.0.0',
        outcome: { outcome: 'approve', limit: 240 },
        reasons: [{ row: 'withdrawal', text: 'The goods came back within the days of withdrawal.' }],
        ledger: { stream: 'decisions', sequence: 118 },
      },
      {
        kind: 'table',
        step: 'Sentiment Escalation',
        tableId: 'escalation',
        tableVersion: '2.0.0',
        outcome: { outcome: 'urgent' },
        reasons: [
          { row: 'vulnerable-and-pressed', text: 'The customer is vulnerable and something has to happen soon.' },
        ],
      },
    ],
    failed: [{ what: 'Refund of 240 EUR to the bank account', at: '2026-11-18', why: 'Refused by the bank' }],
    promises: [{ text: 'Voucher of 10 EUR for the wait', by: 'Phone desk', at: '2026-11-21' }],
    now: '2026-11-24T09:00:00Z',
    settings: { playbook: definite(playbooks['agent-handoff']) },
    ...changes,
  };
}
