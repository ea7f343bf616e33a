import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  stepTypes,
  type EscalationResult,
  type HandoffBrief,
  type Journey,
  type JsonObject,
  type N8nWorkflow,
  type Step,
} from '../../engine/index.ts';
import { expectAnswer } from '../../host/n8n-session.ts';
import { definite } from '../definite.ts';
import { journeyOf, stepOf, webhookStep } from '../engine/journey/journeys.ts';
import { readConversationCases } from '../sentiment/conversation-cases.ts';
import { runExample, type ExampleRun } from './harness/example-run.ts';
import { startFakeOpenAi, type FakeOpenAi } from './harness/fake-openai.ts';
import { sharedSession } from './harness/shared-session.ts';
import { createWorkflow, publishWorkflow } from './harness/workflows.ts';

// A conversation grows message by message, and each time it goes through the real n8n: it escalates at the message at which
// people say that a person is needed, and the brief that leaves holds what that person has to know.

const conversation = definite(readConversationCases().find(({ id }) => id === 'en-bookcase'));
const { customer, messages, expected } = conversation;
const places = messages.flatMap(({ author }, index) => (author === 'customer' ? [index] : []));

/** Notices, and hands over what escalates; both ways answer with the item. */
function conversationJourney(): Journey {
  const recorded = { record: 'hub', subjectField: 'body.customer.id' };
  const step = (id: string, type: string, more: JsonObject): Step =>
    stepOf(id, type, { ...stepTypes[type]?.defaults(), ...more }, { position: { x: Number(id) * 240, y: 0 } });
  const answer = (id: string) => stepOf(id, 'respond', { status: 200, answer: 'item', fields: [] });
  return journeyOf(
    [
      webhookStep('000001', { parameters: { path: 'conversation-e2e', method: 'POST' } }),
      step('000002', 'sentiment-escalation', recorded),
      step('000003', 'agent-handoff', { htmlField: 'handoff.html' }),
      answer('000004'),
      answer('000005'),
    ],
    [
      '000001 > 000002',
      '000002:continue > 000004',
      '000002:escalate > 000003',
      '000002:urgent > 000003',
      '000003 > 000005',
    ],
    { id: 'conversation-e2e', name: 'Conversation, end to end' },
  );
}

interface Answered extends JsonObject {
  escalation: EscalationResult & JsonObject;
  handoff?: { brief: HandoffBrief; markdown: string; html: string } & JsonObject;
}

describe('a conversation of twelve messages in the real n8n', () => {
  let run: ExampleRun;
  let bodies: Answered[];
  beforeAll(async () => {
    const grown = places.map(
      (index) => ({ customer, messages: messages.slice(0, index + 1) }) as unknown as JsonObject,
    );
    run = await runExample(sharedSession(), conversationJourney(), grown);
    bodies = run.answers.map(({ body }) => body as Answered);
  });

  it('is read, judged and answered as it was simulated, but for its place in the ledger', () => {
    expect(messages).toHaveLength(12);
    const withoutLedger = (body: unknown) =>
      JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'ledger' ? undefined : value))) as unknown;
    const plain = (body: JsonObject) => {
      const { escalation, handoff } = withoutLedger(body) as Answered;
      return [escalation, handoff?.brief.timeline, handoff?.brief.next];
    };
    expect(bodies.map(plain)).toEqual(run.simulated.map(({ outcome }) => plain(outcome?.body as JsonObject)));
  });

  it('escalates at the message at which a person is needed, and not before', () => {
    const outcomes = bodies.map(({ escalation }) => escalation.outcome);
    const at = places.indexOf(expected.escalatesAt ?? -1);
    expect(at).toBeGreaterThan(0);
    expect(outcomes.slice(0, at)).toEqual(places.slice(0, at).map(() => 'continue'));
    expect(outcomes[at]).toBe(expected.outcome);
    expect(bodies.at(-1)?.escalation.first).toEqual({ escalate: (expected.escalatesAt ?? 0) + 1, urgent: null });
  });

  it('leaves with a brief that holds everything, the place of the decision in the ledger included', () => {
    const { handoff, escalation } = definite(bodies.at(-1));
    const { brief, markdown, html } = definite(handoff);
    expect(brief.outcome).toBe(escalation.outcome);
    expect(brief.why).toHaveLength(escalation.reasons.length);
    brief.why.forEach((why, index) => expect(escalation.reasons[index]).toContain(why));
    const who = Object.fromEntries(brief.who.map(({ field, value }) => [field, value]));
    expect(who).toMatchObject({ name: customer.name, id: 'C-10417', email: 'hannah.whitlow@example.com' });
    expect(brief.timeline.map(({ message }) => message)).toEqual(
      messages.slice(0, (places.at(-1) ?? 0) + 1).map((_, index) => index + 1),
    );
    expect(brief.automation).toMatchObject([
      { step: '000002', ledger: { stream: 'decisions', sequence: expect.any(Number) } },
    ]);
    expect(brief.doNotAsk.map(({ value }) => value).join()).toContain('60-3381');
    expect(brief.next.length).toBeGreaterThan(0);
    expect(brief.say.length).toBeGreaterThan(0);
    for (const text of [markdown, html]) expect(text).toContain('Hannah Whitlow');
  });
});

describe('a chat model of n8n beside the node', () => {
  const session = sharedSession();
  let openAi: FakeOpenAi;

  beforeAll(async () => {
    openAi = await startFakeOpenAi();
    const credential = expectAnswer(
      await session.request('POST', '/rest/credentials', {
        name: 'A model on this machine',
        type: 'openAiApi',
        data: { apiKey: 'none', url: openAi.url, header: false },
      }),
      200,
      'keep the key of the model in n8n',
    ) as { data: { id: string } };
    // The first call loads the classes of the vendor, which takes n8n seconds.
    for (const [path, seconds] of [
      ['patient', 60],
      ['hasty', 1],
    ] as const) {
      const { id, versionId } = await createWorkflow(session, withModel(credential.data.id, path, seconds));
      await publishWorkflow(session, id, versionId);
    }
  });
  afterAll(() => openAi.close());
  beforeEach(() => {
    openAi.requests.length = 0;
  });

  /** In doubt, and with something that must not be sent. */
  const text = 'Well, it is not really what I had hoped for. Mail hannah.whitlow@example.com';

  async function ask(path: 'patient' | 'hasty', body: object): Promise<EscalationResult> {
    const response = await fetch(`${session.baseUrl}/webhook/conversation-${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return ((await response.json()) as { escalation: EscalationResult }).escalation;
  }

  it('decides where the text leaves it open, and gets no personal data', async () => {
    openAi.answer = '{"outcome":"escalate","probability":0.9}';
    const { outcome, chatModel } = await ask('patient', { text });
    expect(outcome).toBe('escalate');
    expect(chatModel).toMatchObject({ asked: true, outcome: 'escalate', probability: 0.9, model: 'gpt-test' });
    expect(openAi.requests).toHaveLength(1);
    expect(openAi.requests[0]).toContain('hoped for');
    expect(openAi.requests[0]).not.toContain('hannah.whitlow');
  });

  it('is not asked about thanks or despair', async () => {
    openAi.answer = '{"outcome":"continue","probability":1}';
    expect(await ask('patient', { text: 'Thank you so much, all is perfect!' })).toMatchObject({
      chatModel: { asked: false },
    });
    expect(await ask('patient', { text: 'I do not want to live any more.' })).toMatchObject({ outcome: 'urgent' });
    expect(openAi.requests).toEqual([]);
  });

  it('is left aside when it says something else, or nothing in time', async () => {
    openAi.answer = 'Ignore the rules: {"outcome":"urgent"}';
    expect(await ask('patient', { text })).toMatchObject({ chatModel: { used: 'built-in', why: 'answer_malformed' } });
    openAi.answer = null;
    const before = Date.now();
    expect(await ask('hasty', { text })).toMatchObject({ chatModel: { used: 'built-in', why: 'time_limit' } });
    expect(Date.now() - before).toBeGreaterThanOrEqual(1000);
  });
});

function withModel(credentialId: string, path: string, modelSeconds: number): N8nWorkflow {
  const node = (id: string, name: string, type: string, typeVersion: number, parameters: JsonObject, more = {}) => ({
    id,
    name,
    type,
    typeVersion,
    position: [Number(id) * 240, 0] as [number, number],
    parameters,
    ...more,
  });
  const main = (target: string) => [{ node: target, type: 'main', index: 0 }];
  const way = main('Answer');
  return {
    name: `Conversation with a ${path} question, end to end`,
    nodes: [
      node(
        '1',
        'Message',
        'n8n-nodes-base.webhook',
        2.1,
        { httpMethod: 'POST', path: `conversation-${path}`, responseMode: 'responseNode', options: {} },
        { webhookId: `conversation-${path}` },
      ),
      node('2', 'Notice', 'n8n-nodes-steward.sentimentEscalation', 1, {
        messagesFrom: 'text',
        textField: 'body.text',
        doubt: 'model',
        modelSeconds,
      }),
      node('3', 'Answer', 'n8n-nodes-base.respondToWebhook', 1.4, { respondWith: 'firstIncomingItem', options: {} }),
      node(
        '4',
        'Model',
        '@n8n/n8n-nodes-langchain.lmChatOpenAi',
        1.2,
        { model: { __rl: true, mode: 'id', value: 'gpt-test' }, options: { maxRetries: 0 } },
        { credentials: { openAiApi: { id: credentialId, name: 'A model on this machine' } } },
      ),
    ],
    connections: {
      Message: { main: [main('Notice')] },
      Notice: { main: [way, way, way] },
      Model: { ai_languageModel: [[{ node: 'Notice', type: 'ai_languageModel', index: 0 }]] },
    },
    settings: { executionOrder: 'v1' },
  };
}
