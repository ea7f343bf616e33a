import { describe, expect, it } from 'vitest';
import {
  checkEscalationTable,
  describeIssue,
  judgeConversation,
  judgeScored,
  type ConversationJudgement,
  type DecisionTable,
  type JudgeOptions,
  type ScoredMessage,
} from '../../../engine/index.ts';
import { tablePacks } from '../../../rules/index.ts';
import { definite } from '../../definite.ts';
import { fromCompany, fromCustomer, minute, sampleEmotions, sampleScore, sampleSignals } from './sample-score.ts';

const { table } = definite(tablePacks['escalation']);

function judge(messages: ScoredMessage[], options: Partial<JudgeOptions> = {}): ConversationJudgement {
  const judged = judgeScored(messages, { table, ...options });
  if (!judged.ok) throw new Error(judged.issues.map(describeIssue).join('\n'));
  return judged.value;
}

const distress = { signals: sampleSignals({ distress: 0.8 }) };
const angry = {
  score: -0.7,
  emotions: sampleEmotions({ anger: 0.8 }),
  words: [{ text: 'furious', start: 0, end: 7, on: 'anger' as const, effect: 0.8 }],
};
/** A table of a company that never sends anything to a person. */
const carefree: DecisionTable = {
  schemaVersion: 1,
  id: 'carefree',
  name: 'Carefree',
  version: '1',
  hitPolicy: 'first',
  inputs: [{ id: 'sentiment', name: 'Sentiment', path: 'conversation.sentiment', type: 'number' }],
  outputs: [{ id: 'outcome', name: 'Outcome', type: 'string' }],
  rows: [{ id: 'all', when: {}, then: { outcome: 'continue' } }],
};

describe('a conversation', () => {
  it('that is friendly continues, and no message led to it', () => {
    expect(judge([fromCustomer('Thank you', 0.8)])).toMatchObject({ outcome: 'continue', ledBy: null, doubt: null });
  });

  it('escalates with the row, its ground, and the message that led to it', () => {
    const judged = judge([fromCustomer('Hello'), fromCompany('Yes?'), fromCustomer('I am furious', angry)]);
    expect(judged).toMatchObject({
      outcome: 'escalate',
      ledBy: 2,
      results: { queue: 'service_desk', respondWithinHours: 8 },
      decision: { kind: 'table', ruleId: 'anger-or-frustration', tableId: 'escalation' },
      evidence: [{ path: 'conversation.emotions', messages: [2], words: ['furious'] }],
    });
    expect(judged.because).toContain('Escalate to a person, by row "anger-or-frustration"');
    expect(judged.because).toContain('Emotions: anger (message 3)');
    expect(judged.because).not.toContain('furious');
  });

  it('in distress is urgent, and the decision for the ledger holds no word of the customer', () => {
    const judged = judge([fromCustomer('no more tomorrow', distress)]);
    expect(judged).toMatchObject({ outcome: 'urgent', ledBy: 0, decision: { kind: 'table', ruleId: 'distress' } });
    expect(JSON.stringify(judged.decision)).not.toContain('tomorrow');
  });

  it('in distress is urgent whatever the table says, and its decision shows both', () => {
    const judged = judge([fromCustomer('no more', distress)], { table: carefree });
    expect(judged).toMatchObject({
      outcome: 'urgent',
      ledBy: 0,
      decision: { kind: 'logged', ruleId: 'distress-is-always-urgent', required: [{ tableId: 'carefree' }] },
    });
    expect(judged.because).toContain('whatever the table says');
  });

  it.each([
    ['has no row for it', { ...carefree, rows: [] }],
    ['cannot judge conversations at all', { ...carefree, outputs: [] }],
  ])('in distress is urgent also when the table %s', (_, broken) => {
    expect(judge([fromCustomer('no more', distress)], { table: broken })).toMatchObject({ outcome: 'urgent' });
    expect(judgeScored([fromCustomer('hello')], { table: broken })).toMatchObject({ ok: false });
  });

  it('is judged with what else is known of the customer, wherever that stands', () => {
    const unhappy = [fromCustomer('Not good', { score: -0.3, probability: 1 })];
    expect(judge(unhappy).outcome).toBe('continue');
    const mapping = { dataField: 'body', fields: [{ input: 'value', field: 'crm.value' }] };
    const judged = judge(unhappy, { item: { body: { text: 'x' }, crm: { value: 20_000 } }, mapping });
    expect(judged.decision.ruleId).toBe('valuable-and-upset');
    expect(judged.item).toMatchObject({
      body: { text: 'x', conversation: { sentiment: -0.3 } },
      crm: { value: 20_000 },
    });
  });

  it('keeps what the item says of a conversation where the messages say nothing of it', () => {
    const judged = judge([fromCustomer('Hello')], { item: { conversation: { contacts7d: 5 } } });
    expect(judged.decision.ruleId).toBe('repeated-contacts');
  });

  it('of nothing at all is judged as one in which nothing is known to be wrong', () => {
    expect(judge([])).toMatchObject({ outcome: 'continue', ledBy: null });
  });

  it('reads the messages of the customer only, each once, and none that is blank', () => {
    const read: string[] = [];
    const judged = judgeConversation(
      (text) => {
        read.push(text);
        return sampleScore();
      },
      [
        { author: 'customer', text: 'a' },
        { author: 'agent', text: 'b' },
        { author: 'automation', text: 'c' },
        { author: 'customer', text: '\u200b ' },
        { author: 'customer', text: 'd' },
      ],
      { table },
    );
    expect(read).toEqual(['a', 'd']);
    expect(judged.ok && judged.value.messages.map(({ score }) => score === null)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('the language of a message', () => {
  const texts = ['Wo ist mein Paket?', 'ok', 'Das dauert lange', '??'];
  const messages = texts.map((text) => ({ author: 'customer' as const, text }));
  const readAs = (untold: { language: 'und' | 'en'; languageProbability: number }) => {
    const asked: (string | undefined)[] = [];
    const judged = judgeConversation(
      (text, language) => {
        asked.push(language);
        if (language !== undefined) return sampleScore({ language });
        return sampleScore(text.length > 3 ? { language: 'de', languageProbability: 0.95 } : untold);
      },
      messages,
      { table },
    );
    return { asked, languages: judged.ok ? judged.value.messages.map(({ score }) => score?.language) : [] };
  };

  it('that it does not tell is that of the others', () => {
    const { asked, languages } = readAs({ language: 'und', languageProbability: 0.5 });
    expect(languages).toEqual(['de', 'de', 'de', 'de']);
    expect(asked).toEqual([undefined, undefined, undefined, undefined, 'de', 'de']);
  });

  it('is its own where it is sure', () => {
    expect(readAs({ language: 'en', languageProbability: 0.9 }).languages).toEqual(['de', 'en', 'de', 'en']);
  });
});

describe('when a conversation first escalated', () => {
  const messages = [
    fromCustomer('Hello', 0, { at: minute(0) }),
    fromCompany('Hello', { at: minute(1) }),
    fromCustomer('I am furious', angry, { at: minute(2) }),
    fromCustomer('Well', 0, { at: minute(3) }),
    fromCustomer('It smells of gas', { signals: sampleSignals({ urgency: 0.9 }) }, { at: minute(4) }),
    fromCompany('Go out', { at: minute(5) }),
  ];

  it('is not asked unless told to', () => {
    expect(judge(messages).first).toBeNull();
  });

  it('is said for both outcomes, by the place of the message in the list', () => {
    expect(judge(messages, { whenFirst: true }).first).toEqual({ escalate: 2, urgent: 4 });
    const reversed = [...messages].reverse();
    expect(judge(reversed, { whenFirst: true }).first).toEqual({ escalate: 3, urgent: 1 });
  });

  it('is never, where it never did', () => {
    expect(judge(messages.slice(0, 2), { whenFirst: true }).first).toEqual({ escalate: null, urgent: null });
  });

  it('is what judging each beginning alone says', () => {
    const outcomes = messages.map((_, index) => judge(messages.slice(0, index + 1)).outcome);
    const first = definite(judge(messages, { whenFirst: true }).first ?? undefined);
    expect(first.escalate).toBe(outcomes.findIndex((outcome) => outcome !== 'continue'));
    expect(first.urgent).toBe(outcomes.indexOf('urgent'));
  });

  it('is found in ten thousand messages', () => {
    const long = Array.from({ length: 10_000 }, (_, index) =>
      index % 2 === 0 ? fromCustomer(`Message ${index}`, 0.1) : fromCompany('Yes'),
    );
    long[9_000] = fromCustomer('I am furious', angry);
    expect(judge(long, { whenFirst: true }).first).toEqual({ escalate: 9_000, urgent: null });
  });
});

describe('doubt', () => {
  it('is where the score, darker by what its probability leaves open, escalates', () => {
    const unsure = fromCustomer('Well, great', { score: -0.7, probability: 0.7 });
    expect(judge([unsure])).toMatchObject({ outcome: 'continue', doubt: { darkest: 'escalate', mildest: 'continue' } });
    const sure = fromCustomer('Well, great', { score: -0.7, probability: 0.9 });
    expect(judge([sure]).doubt).toBeNull();
  });

  it('is where nobody knows the mood of a text, which may be irony', () => {
    const untold = { score: 0, probability: 0.5 };
    expect(judge([fromCustomer('Congratulations, six weeks', untold)]).doubt).toMatchObject({
      darkest: 'escalate',
      mildest: 'continue',
    });
    expect(judge([fromCustomer('Congratulations', { ...untold, score: 0.3 })]).doubt).toBeNull();
    expect(judge([fromCustomer('Solved, congratulations', { ...untold, settled: true })]).doubt).toBeNull();
  });

  it('is about the message that stands last in the conversation, wherever it stands in the list', () => {
    const late = fromCustomer('So', { score: 0, probability: 0.5 }, { at: minute(9) });
    const early = fromCustomer('Hello', { score: 0.8, probability: 1 }, { at: minute(1) });
    expect(judge([late, early]).doubt).not.toBeNull();
  });

  it('is where a weak sign of distress was just not enough', () => {
    const hint = fromCustomer('after that nothing matters', {
      signals: sampleSignals({ distress: 0.3 }),
      probability: 1,
    });
    expect(judge([hint])).toMatchObject({ outcome: 'continue', doubt: { darkest: 'urgent' } });
  });

  it('is where a milder reading would have let it continue', () => {
    const miffed = fromCustomer('So', { emotions: sampleEmotions({ anger: 0.6 }), probability: 1 });
    expect(judge([miffed])).toMatchObject({ outcome: 'escalate', doubt: { mildest: 'continue', darkest: 'escalate' } });
  });

  it('is never about urgent: no second opinion takes a person away', () => {
    expect(
      judge([fromCustomer('x', { signals: sampleSignals({ distress: 0.35 }), probability: 0.4 })]).doubt,
    ).toBeNull();
  });

  it('reads no signal away', () => {
    const ill = fromCustomer('x', { signals: sampleSignals({ vulnerability: 0.5 }), probability: 1 });
    expect(judge([ill])).toMatchObject({ outcome: 'escalate', doubt: null });
  });

  it('reads in nothing that was not found at all', () => {
    expect(judge([fromCustomer('Hello', { probability: 1 })]).doubt).toBeNull();
  });
});

describe('a table for conversations', () => {
  it('gives one of three outcomes in every row', () => {
    expect(checkEscalationTable(table)).toEqual([]);
    const rows = [
      { id: 'a', when: {}, then: { outcome: 'panic' } },
      { id: 'b', when: {}, then: {}, disabled: true },
      { id: 'c', when: {}, then: {} },
    ];
    expect(checkEscalationTable({ ...carefree, rows }).map(({ code, path }) => [code, path[1]])).toEqual([
      ['not_an_escalation_outcome', 0],
      ['not_an_escalation_outcome', 2],
    ]);
  });

  it('has the result "outcome", a default that is one, and a hit policy that gives one', () => {
    const codes = (changes: Partial<DecisionTable>) =>
      checkEscalationTable({ ...carefree, ...changes }).map(({ code }) => code);
    expect(codes({ outputs: [] })).toEqual(['escalation_outcome_missing']);
    expect(codes({ hitPolicy: 'rule-order' })).toEqual(['escalation_needs_single']);
    expect(codes({ hitPolicy: 'collect', aggregation: 'count' })).toEqual(['escalation_needs_single']);
    const [output] = carefree.outputs;
    expect(codes({ outputs: [{ ...definite(output), default: 'none' }] })).toEqual(['not_an_escalation_outcome']);
  });
});
