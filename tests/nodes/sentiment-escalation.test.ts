import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { EscalationResult } from '../../engine/index.ts';
import { SentimentEscalation } from '../../nodes/SentimentEscalation/SentimentEscalation.node.ts';
import { fakeContext } from './fake-context.ts';
import { FakeHub } from './fake-hub.ts';
import { items, messages } from './items.ts';
import { outputsOf, runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

const text: INode['parameters'] = { messagesFrom: 'text', textField: 'text' };
const list: INode['parameters'] = { listField: 'messages' };

function node(parameters: INode['parameters'], more: Partial<NodeUnderTest> = {}): NodeUnderTest {
  return { type: new SentimentEscalation(), parameters, ...more };
}

function escalationOf(item: INodeExecutionData | undefined): EscalationResult {
  return item?.json['escalation'] as unknown as EscalationResult;
}

const threat = 'This is the third time that I write. I am furious, and my lawyer will hear of it.';
const despair = 'I do not want to live any more. Please cancel everything.';

describe('the node Sentiment Escalation', () => {
  it('has an output for each outcome, and says what decides', () => {
    expect(outputsOf(node(text)).map(({ displayName }) => displayName)).toEqual(['Continue', 'Escalate', 'Urgent']);
    expect(subtitleOf(node({ ...text, rules: 'pack', pack: 'escalation' }))).toBe('escalation');
    expect(subtitleOf(node({ ...text, rules: 'table', table: '{"id": "ours"}' }))).toBe('ours');
  });

  it('sends each text through the output of its outcome, paired', async () => {
    const { outputs } = await runOnEngine(
      node(text),
      items({ text: 'Thank you, all is well now!' }, { text: threat }, { text: despair }),
    );
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 0 }],
      [{ item: 1 }],
      [{ item: 2 }],
    ]);
    expect(escalationOf(outputs[1]?.[0])).toMatchObject({
      decidedBy: 'table',
      ledBy: 1,
      textModel: { id: expect.any(String) },
    });
    expect(escalationOf(outputs[1]?.[0]).messages[0]).toMatchObject({
      language: 'en',
      label: 'negative',
      threats: ['legal'],
    });
    expect(escalationOf(outputs[1]?.[0]).messages[0]?.words?.map((word) => word.text)).toContain('furious');
    expect(escalationOf(outputs[2]?.[0]).results).toMatchObject({ queue: 'safeguarding' });
  });

  it('reads a conversation with authors and times, and says which message it was', async () => {
    const conversation = [
      { author: 'customer', text: 'Where is my parcel?', at: '2026-11-20T09:00:00Z' },
      { author: 'bot', text: 'I am furious, too, says my lawyer.', at: '2026-11-20T09:00:05Z' },
      { author: 'customer', text: threat, at: '2026-11-20T09:05:00Z' },
      { author: 'agent', text: 'I am sorry.', at: '2026-11-20T09:06:00Z' },
    ];
    const { outputs } = await runOnEngine(node(list), items({ messages: conversation }));
    const result = escalationOf(outputs[1]?.[0]);
    expect(result).toMatchObject({ ledBy: 3, first: { escalate: 3, urgent: null } });
    expect(result.messages.map(({ author, score }) => [author, score !== undefined])).toEqual([
      ['customer', true],
      ['automation', false],
      ['customer', true],
      ['agent', false],
    ]);
  });

  it.each<[string, string, string]>([
    ['an empty text', '', 'unreadable'],
    ['spaces and zero-width characters', ' \u200b\u200d\n', 'unreadable'],
    ['HTML', `<html><body><p>${threat}</p><style>p { color: red }</style></body></html>`, 'escalate'],
    ['a megabyte of words', 'why do you not answer '.repeat(45_000), 'escalate'],
    ['a lone surrogate', 'Thank you very much \ud83d', 'continue'],
  ])('gives %s a defined way', async (_name, value, way) => {
    const { outputs } = await runOnEngine(node(text), items({ text: value }));
    const [item] = outputs.flat();
    const { outcome } = escalationOf(item);
    const { ruleId } = (item?.json['steward'] as { decisions: [{ ruleId: string }] }).decisions[0];
    expect(way === 'unreadable' ? ruleId : outcome).toBe(way);
  });

  it.each<[string, string]>([
    ['emoji alone', '😡😡😡'],
    ['markup alone', '<p><br></p>'],
    ['a megabyte of one letter', 'a'.repeat(1_000_000)],
    ['a megabyte of tags', '<p>'.repeat(330_000)],
    ['an unknown script', 'ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ'],
  ])('sends %s one way, and says so', async (_name, value) => {
    const { outputs } = await runOnEngine(node(text), items({ text: value }));
    expect(outputs.flat()).toHaveLength(1);
    expect(escalationOf(outputs.flat()[0]).because).not.toBe('');
  });

  it('answers an agent that calls it as a tool on one output, whatever the outcome', async () => {
    const tool = node({ ...text, facts: JSON.stringify({ text: despair }) }, { asTool: true });
    const { outputs } = await runOnEngine(tool, items({ query: 'does she need somebody?' }));
    expect(outputs).toHaveLength(1);
    expect(escalationOf(outputs[0]?.[0]).outcome).toBe('urgent');
  });

  it('takes facts of the customer from where the mapping says', async () => {
    const item = { text: threat, crm: { worth: 50_000 } };
    const mapped = { ...text, fields: { values: [{ input: 'value', field: 'crm.worth' }] } };
    const { outputs } = await runOnEngine(node(mapped), items(item));
    const [escalated] = outputs[1] ?? [];
    expect(escalated?.json['steward']).toMatchObject({
      decisions: [{ matched: expect.arrayContaining(['valuable-and-upset']) }],
    });
  });

  it('decides by a table of one’s own; distress is urgent all the same', async () => {
    const table = {
      schemaVersion: 1,
      id: 'ours',
      name: 'Ours',
      version: '1.0.0',
      hitPolicy: 'first',
      inputs: [{ id: 'tier', name: 'Tier', path: 'tier', type: 'string' }],
      outputs: [{ id: 'outcome', name: 'Outcome', type: 'string' }],
      rows: [
        { id: 'gold', when: { tier: '"gold"' }, then: { outcome: 'escalate' }, reason: 'Gold customers get a person' },
        { id: 'rest', when: {}, then: { outcome: 'continue' }, reason: 'All others do not' },
      ],
    };
    const own = node({ ...text, rules: 'table', table: JSON.stringify(table) });
    const { outputs } = await runOnEngine(
      own,
      items({ text: 'Hello', tier: 'gold' }, { text: threat }, { text: despair, tier: 'iron' }),
    );
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 1 }],
      [{ item: 0 }],
      [{ item: 2 }],
    ]);
    expect(escalationOf(outputs[2]?.[0])).toMatchObject({ decidedBy: 'distress', results: {} });
    const { outputs: _, ...unfit } = table;
    const wrong = node({
      ...text,
      rules: 'table',
      table: JSON.stringify({ ...unfit, outputs: [{ id: 'way', name: 'Way', type: 'string' }], rows: [] }),
    });
    expect(messages((await runOnEngine(wrong, items({ text: 'x' }))).task)).toContain(
      'no result with the id "outcome"',
    );
  });
});

describe('settings and items that are wrong', () => {
  it.each<[INode['parameters'], string]>([
    [{ messagesFrom: 'text', textField: 'a.' }, 'The setting "Text Field" cannot be used'],
    [{ listField: 'a..b' }, 'The setting "List Field" cannot be used'],
    [{ ...list, agentValues: 'customer' }, 'The setting "Agent Is" cannot be used'],
    [{ ...list, customerValues: ' , ' }, 'The setting "Customer Is" cannot be used'],
    [{ ...text, pack: 'refund-goodwill-limits' }, 'The setting "Rule Pack" cannot be used'],
    [{ ...text, overlay: '{' }, 'The setting "Own Labels" cannot be used'],
    [{ ...text, overlay: '{"schemaVersion":1}' }, 'The setting "Own Labels" cannot be used'],
    [{ ...text, fields: { values: [{ input: 'nothing', field: 'x' }] } }, 'The setting "Field Mapping" cannot be used'],
  ])('%j', async (parameters, message) => {
    const { task } = await runOnEngine(node(parameters), items({ text: 'x', messages: [] }));
    expect(messages(task)).toContain(message);
  });

  it('lets a failed item go to a person, with its error and without its words', async () => {
    const failing = items({ messages: [{ author: 'Ada', text: 'secret' }] }, { messages: [] }, { messages: 7 });
    const { outputs } = await runOnEngine(node(list, { onError: 'continueRegularOutput' }), failing);
    const errors = (outputs[1] ?? []).flatMap(({ json }) =>
      json['error'] === undefined ? [] : [String(json['error'])],
    );
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain('Message 1 does not say who wrote it');
    expect(errors.join()).not.toMatch(/Ada|secret/);
  });

  it('lets nobody speak to whom nothing was said', async () => {
    const { outputs } = await runOnEngine(node(list), items({ messages: [] }));
    expect(outputs.flat()).toHaveLength(1);
    expect(escalationOf(outputs.flat()[0]).messages).toEqual([]);
  });
});

describe('a chat model beside the node', () => {
  const { description } = new SentimentEscalation();
  const doubtful = { text: 'I expected a bit more from you, to be honest.' };

  async function run(parameters: INode['parameters'], model: unknown, contents: IDataObject[]) {
    const context = fakeContext({ description, parameters: { ...text, ...parameters }, items: items(...contents) });
    const lent = {
      getInputConnectionData: async () => model,
      getExecutionCancelSignal: () => undefined,
    } as unknown as Partial<IExecuteFunctions>;
    return new SentimentEscalation().execute.call({ ...context, ...lent } as IExecuteFunctions);
  }

  it('has an input only where it is asked', () => {
    expect(description.inputs).toContain('$parameter["doubt"] === "model"');
  });

  it('is asked in doubt, decides, and is named as the decider', async () => {
    const asked: unknown[] = [];
    const model = {
      model: 'gpt-test',
      invoke: async (question: unknown) => {
        asked.push(question);
        return { content: '{"outcome":"escalate","probability":0.9}' };
      },
    };
    const outputs = await run({ doubt: 'model' }, model, [doubtful, { text: 'Thank you!' }, { text: despair }]);
    expect(asked).toHaveLength(1);
    const result = escalationOf(outputs[1]?.[0]);
    expect(result).toMatchObject({ outcome: 'escalate', chatModel: { asked: true, outcome: 'escalate' } });
    expect(escalationOf(outputs[0]?.[0]).chatModel).toEqual({ asked: false });
    expect(outputs[2]).toHaveLength(1);
  });

  it('leaves the built-in result when it is not there', async () => {
    const outputs = await run({ doubt: 'model' }, undefined, [doubtful]);
    expect(escalationOf(outputs.flat()[0]).chatModel).toEqual({ asked: true, used: 'built-in', why: 'no_model' });
  });
});

describe('what is recorded', () => {
  it('is what the table saw: no word of the conversation goes to the hub', async () => {
    const hub = new FakeHub();
    const { description } = new SentimentEscalation();
    const parameters = { ...text, record: 'hub', subjectField: 'id' };
    const contents = [
      { id: 'C-1', text: `${threat} My name is Zebedee.` },
      { id: 'C-2', text: `${despair} Zebedee` },
    ];
    const context = fakeContext({ description, parameters, items: items(...contents), hub });
    const outputs = await new SentimentEscalation().execute.call(context);
    expect(hub.kept).toHaveLength(2);
    const kept = JSON.stringify(hub.kept);
    expect(kept).toContain('threats');
    expect(kept).not.toMatch(/Zebedee|furious|live any more/);
    expect(outputs.flat().every(({ json }) => JSON.stringify(json['steward']).includes('"ledger"'))).toBe(true);
  });

  it('is the table as well, where distress overruled it', async () => {
    const hub = new FakeHub();
    const { description } = new SentimentEscalation();
    const table = {
      schemaVersion: 1,
      id: 'mild',
      name: 'Mild',
      version: '1.0.0',
      hitPolicy: 'first',
      inputs: [{ id: 'tier', name: 'Tier', path: 'tier', type: 'string' }],
      outputs: [{ id: 'outcome', name: 'Outcome', type: 'string' }],
      rows: [{ id: 'all', when: {}, then: { outcome: 'continue' }, reason: 'All goes on' }],
    };
    const parameters = { ...text, record: 'hub', rules: 'table', table: JSON.stringify(table) };
    const context = fakeContext({ description, parameters, items: items({ text: despair }), hub });
    const outputs = await new SentimentEscalation().execute.call(context);
    expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
    const [kept] = hub.kept;
    expect(kept?.decision).toMatchObject({ kind: 'logged', outcome: 'urgent', required: [{ tableId: 'mild' }] });
    expect([...hub.tables.keys()]).toEqual([kept?.decision.required?.[0]?.tableDigest]);
  });
});
