import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  handoffPlaybook,
  importWorkflow,
  journeyProblems,
  loadTextModel,
  readsTexts,
  simulateJourney,
  stepTypes,
  type Journey,
  type JsonObject,
} from '../../engine/index.ts';
import { playbooks, rulePacks } from '../../rules/index.ts';
import { textModelDocument } from '../../rules/text-model.ts';
import { countingIds, journeyOf, respondStep, stepOf, webhookStep } from '../engine/journey/journeys.ts';
import { runOnN8n } from '../engine/journey/run-on-n8n.ts';

const ports = {
  packs: rulePacks,
  day: new Date().toISOString().slice(0, 10),
  textModel: loadTextModel(textModelDocument),
  playbook: playbooks[handoffPlaybook],
};

/** Notices, hands over what escalates, and answers with the whole item. */
function journeyWith(escalation: JsonObject = {}, handoff: JsonObject = {}, more: Partial<Journey> = {}): Journey {
  const answer = (id: string) => stepOf(id, 'respond', { status: 200, answer: 'item', fields: [] });
  return journeyOf(
    [
      webhookStep('000001'),
      stepOf('000002', 'sentiment-escalation', { ...stepTypes['sentiment-escalation']?.defaults(), ...escalation }),
      stepOf('000003', 'agent-handoff', { ...stepTypes['agent-handoff']?.defaults(), ...handoff }),
      respondStep('000004', 'continue'),
      answer('000005'),
    ],
    [
      '000001 > 000002',
      '000002:continue > 000004',
      '000002:escalate > 000003',
      '000002:urgent > 000003',
      '000003 > 000005',
    ],
    more,
  );
}

const customer = { id: 'C-1', name: 'Ann Thornton', lifetimeValue: 20_000 };
const calm = { author: 'customer', text: 'Thank you, that was very kind!', at: '2026-11-20T09:00:00Z' };
const bot = { author: 'bot', text: 'You will get a message by Friday.', at: '2026-11-20T10:00:00Z', channel: 'chat' };
const angry = { author: 'customer', text: 'Again nothing! My lawyer will write to you.', at: 1_795_000_000 };
const despair = { author: 'customer', text: 'Ich will nicht mehr leben.', at: '2026-11-21T09:00:00+01:00' };

async function expectAlike(journey: Journey, body: JsonObject) {
  const compiled = compileJourney(journey, ports);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  const real = await runOnN8n(compiled.value, '000001', { headers: {}, params: {}, query: {}, body });
  const simulated = simulateJourney(journey, body, ports);
  expect({ path: simulated.path, response: simulated.outcome, failed: simulated.error !== null }).toEqual({
    path: real.path,
    response: real.response,
    failed: real.error !== null,
  });
  return simulated;
}

describe('a conversation in a simulation and on n8n', () => {
  it.each<[string, JsonObject, string[] | null]>([
    ['thanks', { customer, messages: [calm] }, ['000002', '000004']],
    ['anger', { customer, messages: [calm, bot, angry] }, ['000002', '000003', '000005']],
    ['despair', { customer, messages: [calm, bot, despair] }, ['000002', '000003', '000005']],
    ['an author nobody knows', { messages: [{ author: 'x', text: 'y' }] }, ['000002']],
    ['a fact of another type', { customer: { lifetimeValue: 'much' }, messages: [angry] }, ['000002']],
    ['a record that is none', { customer: 'Ann', messages: [angry] }, ['000002', '000003']],
    // Which way is for the text model to say.
    ['emoji', { messages: [{ author: 'user', text: '😡😡' }] }, null],
    ['mixed scripts', { messages: [{ author: 'user', text: 'Всё плохо, 全部坏了, nichts geht \u200b!!!' }] }, null],
  ])('goes the same way, and its item and brief are the same: %s', async (_name, body, path) => {
    const { path: taken, assumptions } = await expectAlike(journeyWith({}, { htmlField: 'handoff.html' }), body);
    if (path !== null) expect(taken.slice(1)).toEqual(path);
    expect(assumptions).toEqual([]);
  });

  it('is one text as well, in a language that is given, by a table of one’s own', async () => {
    const pack = structuredClone(rulePacks.tables['escalation']?.table);
    if (pack === undefined) throw new Error('no pack');
    const tables = { ours: { ...pack, id: 'ours' } };
    const one = { messagesFrom: 'text', textField: 'body.text' };
    const journey = journeyWith({ ...one, rules: 'table', table: 'ours', language: 'de' }, one, { tables });
    const { decisions } = await expectAlike(journey, { text: 'Das ist eine Frechheit! Mein Anwalt meldet sich.' });
    expect(decisions.map(({ tableId }) => tableId)).toEqual(['ours']);
  });

  it('goes by the table where a chat model would be asked, and says that it assumed so', async () => {
    const journey = journeyWith({ doubt: 'model' });
    const doubtful = {
      messages: [{ author: 'user', text: 'I expected a bit more from you, to be honest.' }],
    };
    expect(simulateJourney(journey, doubtful, ports).assumptions).toEqual(['000002']);
    expect(simulateJourney(journey, { messages: [calm] }, ports).assumptions).toEqual([]);
  });

  it('cannot be read without the text model, and says so', () => {
    const { packs } = ports;
    expect(simulateJourney(journeyWith(), { messages: [calm] }, { packs }).error?.code).toBe('text_model_missing');
  });
});

describe('the steps of a conversation', () => {
  it('come back from n8n as they went', () => {
    const journey = journeyWith(
      { doubt: 'model', modelSeconds: 3, modelQuestions: 5, agentValues: 'team', language: 'pt', nowField: 'body.now' },
      { htmlField: 'page', briefLanguage: 'fr', maxCharacters: 2000 },
    );
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    const imported = importWorkflow(compiled.value, { id: 'journey', newId: countingIds() });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
    for (const id of ['000002', '000003']) {
      const [was, is] = [journey, imported.value].map(({ steps }) => steps.find((step) => step.id === id));
      expect([is?.type, is?.parameters]).toEqual([was?.type, was?.parameters]);
    }
  });

  it('take a chat model of n8n, which comes back as it went', () => {
    const node = {
      parameters: {},
      id: '000009',
      name: 'Model',
      type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
      typeVersion: 1.2,
      position: [0, 200],
    };
    const journey = journeyWith({ doubt: 'model' });
    journey.steps.push(stepOf('000009', 'opaque', { node }, { name: 'Model' }));
    journey.links.push({
      id: 'model',
      from: { step: '000009', port: 'ai_languageModel/0' },
      to: { step: '000002', port: 'ai_languageModel/0' },
    });
    expect(journeyProblems(journey, ports)).toEqual([]);
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    expect(compiled.value.connections['Model']).toEqual({
      ai_languageModel: [[{ node: '000002', type: 'ai_languageModel', index: 0 }]],
    });
    expect(simulateJourney(journey, { messages: [calm] }, ports).path).toEqual(['000001', '000002', '000004']);
  });

  it('say which of their settings is wrong', () => {
    const wrong = journeyWith(
      { listField: 'a..b', agentValues: 'bot', overlay: '{}' },
      { jsonField: '', markdownField: '', htmlField: '' },
    );
    const found = journeyProblems(wrong, ports).map(({ code, path }) => `${code} ${String(path.at(-1))}`);
    expect(found).toEqual([
      'invalid_field_path listField',
      'conversation_author_twice automationValues',
      'not_an_overlay overlay',
      'handoff_without_form jsonField',
    ]);
  });

  it('are known to read texts, and others are not', () => {
    expect(readsTexts(journeyWith())).toBe(true);
    expect(readsTexts(journeyOf([webhookStep('000001')]))).toBe(false);
  });
});
