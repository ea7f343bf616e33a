import { describe, expect, it } from 'vitest';
import {
  authorValuesOf,
  escalateItem,
  itemIsFacts,
  judgeItem,
  usualAuthorValues,
  type EscalationResult,
  type JsonObject,
  type JudgedItem,
  type MessageSetting,
  type SecondOpinion,
  type TextScore,
} from '../../../../engine/index.ts';
import { tablePacks } from '../../../../rules/index.ts';
import { definite } from '../../../definite.ts';
import { sampleScore, sampleSignals } from '../../conversation/sample-score.ts';

const { table } = definite(tablePacks['escalation']);
const textModel = { id: 'test', version: '1' };

const messages: MessageSetting = {
  messagesFrom: 'list',
  textField: '',
  listField: 'messages',
  authorField: 'author',
  messageField: 'text',
  timeField: 'at',
  channelField: '',
  contactField: '',
  authorValues: {
    customer: authorValuesOf(usualAuthorValues.customer),
    agent: authorValuesOf(usualAuthorValues.agent),
    automation: authorValuesOf(usualAuthorValues.automation),
  },
  nowField: '',
};

/** Reads words that stand for what a text model would find. */
function read(text: string): TextScore {
  if (text.includes('despair')) return sampleScore({ score: -0.5, signals: sampleSignals({ distress: 0.9 }) });
  if (text.includes('lawyer')) return sampleScore({ threats: ['legal'], signals: sampleSignals({ threat: 0.9 }) });
  return sampleScore({});
}

function itemOf(...texts: string[]): JsonObject {
  return { id: 'C-1', messages: texts.map((text) => ({ author: 'user', text })) };
}

function judged(item: JsonObject): JudgedItem {
  const result = judgeItem(item, { read, messages, table, mapping: itemIsFacts });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function escalated(item: JsonObject, opinion: SecondOpinion | null = null, of = judged(item)) {
  const result = escalateItem(item, 'Notice', of, textModel, { asks: opinion !== null, opinion });
  return { ...result, escalation: result.item['escalation'] as unknown as EscalationResult };
}

describe('an item whose conversation was judged', () => {
  it('keeps its fields, and gets the result and the decision', () => {
    const { port, item, decision, escalation, by } = escalated(itemOf('Hello', 'I will ask my lawyer'));
    expect(port).toBe('escalate');
    expect(item['id']).toBe('C-1');
    expect((item['steward'] as JsonObject)['decisions']).toMatchObject([{ step: 'Notice', tableId: 'escalation' }]);
    expect(by).toBeUndefined();
    expect(escalation).toMatchObject({
      outcome: 'escalate',
      decidedBy: 'table',
      ledBy: 2,
      first: { escalate: 2, urgent: null },
      leftOut: 0,
      textModel,
      reasons: decision.reasons.map(({ text }) => text),
    });
    expect(escalation.messages.map(({ number, author, score }) => [number, author, typeof score])).toEqual([
      [1, 'customer', 'number'],
      [2, 'customer', 'number'],
    ]);
    expect(escalation.messages[1]?.threats).toEqual(['legal']);
    expect(escalation).not.toHaveProperty('chatModel');
  });

  it('is urgent for distress, and says that it was distress', () => {
    const { port, escalation } = escalated(itemOf('I am in despair'));
    expect([port, escalation.ledBy]).toEqual(['urgent', 1]);
  });

  it('holds no message of the company but its author, and numbers messages as the item does', () => {
    const item = {
      messages: [
        { author: 'bot', text: 'Hello' },
        { author: 'user', text: 'my lawyer' },
      ],
    };
    const { escalation } = escalated(item);
    expect(escalation.messages[0]).toEqual({ number: 1, author: 'automation' });
    expect(escalation.ledBy).toBe(2);
  });
});

describe('the opinion of a chat model', () => {
  const item = itemOf('Hello');
  const inDoubt = (doubt: JudgedItem['judgement']['doubt']): JudgedItem => {
    const { conversation, judgement } = judged(item);
    return { conversation, judgement: { ...judgement, doubt } };
  };
  const doubt = {
    mildest: 'continue',
    darkest: 'escalate',
    results: { escalate: { outcome: 'escalate', queue: 'service_desk' } },
  } as const;
  const given = (outcome: 'continue' | 'escalate' | 'urgent'): SecondOpinion => ({
    kind: 'given',
    outcome,
    probability: 0.82,
    model: 'gpt-test',
  });

  it('decides among the outcomes that are open, on top of what the table decided', () => {
    const { port, decision, by, escalation } = escalated(item, given('escalate'), inDoubt(doubt));
    expect(port).toBe('escalate');
    expect(by).toEqual({ kind: 'model', name: 'gpt-test' });
    expect(decision).toMatchObject({ kind: 'logged', outcome: 'escalate', tableDigest: '' });
    expect(decision.required).toMatchObject([{ kind: 'table', tableId: 'escalation' }]);
    expect(decision.reasons[0]?.text).toContain('82 % sure');
    expect(escalation).toMatchObject({ decidedBy: 'chat-model', results: { queue: 'service_desk' } });
    expect(escalation.doubt).toEqual({ mildest: 'continue', darkest: 'escalate' });
    expect(escalation.chatModel).toMatchObject({ used: 'chat-model' });
  });

  it('leaves the decision with the table where both say the same', () => {
    const { port, decision, by, escalation } = escalated(item, given('continue'), inDoubt(doubt));
    expect([port, decision.kind, by]).toEqual(['continue', 'table', undefined]);
    expect(escalation.chatModel).toMatchObject({ asked: true, outcome: 'continue', probability: 0.82 });
  });

  it('counts for nothing outside of the doubt, and without one', () => {
    expect(escalated(item, given('urgent'), inDoubt(doubt)).port).toBe('continue');
    expect(escalated(item, given('escalate'), inDoubt(null)).port).toBe('continue');
    const despair = itemOf('I am in despair');
    expect(judged(despair).judgement.doubt).toBeNull();
    expect(escalated(despair, given('continue')).port).toBe('urgent');
  });

  it('is told when there is none, with why', () => {
    const { port, escalation } = escalated(item, { kind: 'none', why: 'time_limit', model: 'slow' }, inDoubt(doubt));
    expect(port).toBe('continue');
    expect(escalation.chatModel).toEqual({ asked: true, used: 'built-in', why: 'time_limit', model: 'slow' });
  });
});
