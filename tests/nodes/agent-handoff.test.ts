import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import type { HandoffBrief } from '../../engine/index.ts';
import { AgentHandoff } from '../../nodes/AgentHandoff/AgentHandoff.node.ts';
import { items, messages } from './items.ts';
import { outputsOf, runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

const settings: INode['parameters'] = { listField: 'messages', customerField: 'customer' };

function node(parameters: INode['parameters'] = {}, more: Partial<NodeUnderTest> = {}): NodeUnderTest {
  return { type: new AgentHandoff(), parameters: { ...settings, ...parameters }, ...more };
}

const conversation = [
  { author: 'customer', text: 'Where is order 60-3381?', at: '2026-11-20T09:00:00Z', channel: 'chat' },
  { author: 'bot', text: 'We will deliver it by Friday.', at: '2026-11-20T09:00:05Z', channel: 'chat' },
  {
    author: 'customer',
    text: 'Again nothing came. I am furious, and my lawyer will hear of it.',
    at: '2026-11-22T09:00:00Z',
    channel: 'email',
  },
];

const decision = {
  step: 'Refund limit',
  kind: 'table',
  outcome: { pay: false },
  reasons: [{ row: 'large', text: 'Large amounts are seen by a person' }],
  ruleId: 'large',
  matched: ['large'],
  tableId: 'refund-limits',
  tableVersion: '1.2.0',
  tableDigest: '',
  ledger: { stream: 'decisions', sequence: 42 },
};

const item: IDataObject = {
  id: 'T-1',
  customer: { id: 'C-1', first_name: 'Ann', last_name: 'Thornton', lifetimeValue: 900, currency: 'GBP' },
  messages: conversation,
  steward: { decisions: [decision] },
};

function handoffOf(sent: INodeExecutionData | undefined) {
  return sent?.json['handoff'] as { brief: HandoffBrief; markdown?: string; html?: string };
}

describe('the node Agent Handoff', () => {
  it('has one output, and says which forms it writes', () => {
    expect(outputsOf(node())).toHaveLength(1);
    expect(subtitleOf(node({ jsonField: 'a', markdownField: 'b', htmlField: '' }))).toBe('JSON, Markdown');
  });

  it('writes who, what, what automation did and where that is recorded, and what was promised', async () => {
    const { outputs } = await runOnEngine(node({ htmlField: 'handoff.html' }), items(item));
    const [sent] = outputs[0] ?? [];
    expect(sent?.json).toMatchObject({ id: 'T-1', steward: { decisions: [decision] } });
    const { brief, markdown, html } = handoffOf(sent);
    expect(brief.outcome).toBe('escalate');
    expect(brief.who).toContainEqual(expect.objectContaining({ field: 'name', value: 'Ann Thornton' }));
    expect(brief.timeline.map(({ channel }) => channel)).toEqual(['chat', 'chat', 'email']);
    expect(brief.automation).toEqual([
      expect.objectContaining({ step: 'Refund limit', ledger: { stream: 'decisions', sequence: 42 } }),
    ]);
    expect(brief.promises.map(({ text }) => text)).toContain('We will deliver it by Friday.');
    expect(brief.situations.map(({ situation }) => situation)).toContain('legal');
    expect(markdown).toContain('Ann Thornton');
    expect(html).toContain('Ann Thornton');
  });

  it('says what the step before decided, not what it would decide itself', async () => {
    const escalation = { outcome: 'urgent', results: { queue: 'ours' }, reasons: ['A board says so'], ledBy: 1 };
    const { outputs } = await runOnEngine(node(), items({ ...item, escalation }));
    const { brief } = handoffOf(outputs[0]?.[0]);
    expect(brief).toMatchObject({
      outcome: 'urgent',
      queue: 'ours',
      why: ['A board says so'],
      respondWithinHours: null,
    });
    expect(brief.timeline.map(({ marks }) => marks.includes('led'))).toEqual([true, false, false]);
  });

  it.each<[string, IDataObject['x']]>([
    ['a text', 'urgent'],
    ['an outcome that is none', { outcome: 'panic' }],
    ['odd members', { outcome: 'continue', results: 7, reasons: [1, null], ledBy: 99 }],
  ])('takes no harm from an escalation that is %s', async (_name, escalation) => {
    const { outputs } = await runOnEngine(node(), items({ ...item, escalation } as IDataObject));
    expect(handoffOf(outputs[0]?.[0]).brief.schemaVersion).toBe(1);
  });

  it('is written in the language of the person who takes over', async () => {
    const [english, german] = await Promise.all(
      ['en', 'de'].map(async (briefLanguage) => {
        const { outputs } = await runOnEngine(node({ briefLanguage }), items(item));
        return handoffOf(outputs[0]?.[0]);
      }),
    );
    expect(german?.brief.language).toBe('de');
    expect(german?.brief.next.map(({ text }) => text)).not.toEqual(english?.brief.next.map(({ text }) => text));
    expect(german?.brief.timeline.map(({ text }) => text)).toEqual(english?.brief.timeline.map(({ text }) => text));
  });

  it('reads golden records, promises and attempts that others know of', async () => {
    const golden = { full_name: { value: 'Ann T.', from: 'crm-1', why: 'latest' } };
    const more = {
      ...item,
      identity: { golden: { values: golden } },
      promises: ['We call back tomorrow', { text: 'A voucher', by: 'Jo', due: '2026-12-01' }, 7],
      attempts: [{ what: 'Sent a link to log in', why: 'expired' }],
    };
    const parameters = {
      customerField: 'identity.golden.values',
      promisesField: 'promises',
      failedField: 'attempts',
    };
    const { outputs } = await runOnEngine(node(parameters), items(more));
    const { brief } = handoffOf(outputs[0]?.[0]);
    expect(brief.who.find(({ field }) => field === 'name')?.value).toBe('Ann T.');
    expect(brief.promises.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['We call back tomorrow', 'A voucher']),
    );
    expect(brief.failed.map(({ what }) => what)).toContain('Sent a link to log in');
  });

  it('escapes in HTML what the customer wrote', async () => {
    const wild = { messages: [{ author: 'customer', text: '2 < 3 & <script>alert(1)</script> "lawyer"' }] };
    const { outputs } = await runOnEngine(node({ htmlField: 'handoff.html', customerField: '' }), items(wild));
    expect(handoffOf(outputs[0]?.[0]).html).not.toContain('<script>alert');
  });

  it('keeps to its length, and says what it left out', async () => {
    const long = { ...item, messages: Array.from({ length: 200 }, () => conversation).flat() };
    const { outputs } = await runOnEngine(node({ maxCharacters: 3000 }), items(long));
    const { brief, markdown } = handoffOf(outputs[0]?.[0]);
    expect(markdown?.length).toBeLessThanOrEqual(3000);
    expect(brief.cut.length).toBeGreaterThan(0);
  });

  it('says what is known of a customer who has not written', async () => {
    const { outputs } = await runOnEngine(node(), items({ messages: [], customer: null }));
    expect(handoffOf(outputs[0]?.[0]).brief).toMatchObject({ timeline: [], wants: [], customerLanguage: null });
  });
});

describe('settings and items that are wrong', () => {
  it.each<[INode['parameters'], string]>([
    [{ listField: 'a..b' }, 'The setting "List Field" cannot be used'],
    [{ customerField: 'a.' }, 'The setting "Customer Field" cannot be used'],
    [{ jsonField: '', markdownField: '', htmlField: '' }, 'The brief goes nowhere'],
    [{ jsonField: 'x', markdownField: 'x' }, 'Two forms of the brief go into x'],
    [{ markdownField: 'steward.x' }, 'The setting "Put Markdown In" cannot be used'],
    [{ overlay: '[]' }, 'The setting "Own Labels" cannot be used'],
  ])('%j', async (parameters, message) => {
    expect(messages((await runOnEngine(node(parameters), items(item))).task)).toContain(message);
  });

  it.each<[IDataObject, string]>([
    [{ messages: 'none' }, 'There is no list of messages at messages'],
    [{ ...item, customer: 'Ann' }, 'At customer stands no record of the customer'],
    [{ ...item, promises: 'soon' }, 'At promises stands no list'],
  ])('%j', async (wrong, message) => {
    const { task } = await runOnEngine(node({ promisesField: 'promises' }), items(wrong));
    expect(messages(task)).toContain(message);
  });
});
