import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INode, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';
import {
  defaultIdentityModel,
  normalizeRecord,
  scorePair,
  type ItemIdentity,
  type MatchRequest,
} from '../../engine/index.ts';
import { IdentityResolution } from '../../nodes/IdentityResolution/IdentityResolution.node.ts';
import { fakeContext } from './fake-context.ts';
import { refusedConnection } from './fake-hub.ts';
import { items, messages } from './items.ts';
import { outputsOf, runOnEngine, subtitleOf } from './n8n-engine.ts';
import type { NodeUnderTest } from './n8n-engine.ts';

function node(parameters: NodeUnderTest['parameters'] = {}, more: Partial<NodeUnderTest> = {}): NodeUnderTest {
  return { type: new IdentityResolution(), parameters, ...more };
}

const ann = { given_name: 'Ann', family_name: 'Thornton', birth_date: '1984-07-02', email: 'ann.thornton@example.com' };
const piet = { given_name: 'Piet', family_name: 'Verhoeven', birth_date: '1971-01-30', email: 'piet@example.org' };
/** Ann's name alone: somebody, perhaps Ann. */
const someAnn = { given_name: 'Ann', family_name: 'Thornton' };

const crmAnn = { id: 'crm-1', ...ann, newsletter: 'yes' };
const shopAnn = { id: 'shop-9', ...ann, family_name: 'Thorntn', newsletter: 'no' };

function identityOf(item: INodeExecutionData | undefined): ItemIdentity {
  return item?.json['identity'] as unknown as ItemIdentity;
}

describe('the outputs of identity resolution', () => {
  it('are profiles and doubt, or known, new and doubt', () => {
    expect(outputsOf(node()).map(({ displayName }) => displayName)).toEqual(['Profiles', 'Ask a Person']);
    const match = node({ operation: 'match' });
    expect(outputsOf(match).map(({ displayName }) => displayName)).toEqual(['Known', 'New', 'Ask a Person']);
    expect(subtitleOf(match)).toBe('match known profiles');
  });
});

describe('grouping the records of a batch', () => {
  it('sends one item per profile, paired with all items that went into it, with the golden record', async () => {
    const { outputs } = await runOnEngine(node(), items(crmAnn, { id: 'crm-2', ...piet }, shopAnn));
    expect(outputs.map((output) => output.length)).toEqual([2, 0]);
    const [first, second] = outputs[0] ?? [];
    expect(first?.pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
    expect(second?.pairedItem).toEqual({ item: 1 });
    expect(first?.json).toMatchObject({ id: 'crm-1', given_name: 'Ann' });
    const identity = identityOf(first);
    expect(identity).toMatchObject({ decision: 'profile', profileId: 'batch-1' });
    expect(identity.reasons[0]).toMatch(/^Same /);
    expect(identity.records?.map(({ id }) => id)).toEqual(['crm-1', 'shop-9']);
    expect(identity.golden?.values['newsletter']).toMatchObject({ value: 'no', from: 'shop-9' });
    expect(identity.golden?.conflicts.map(({ field }) => field)).toEqual(['newsletter']);
    expect(identityOf(second).reasons).toEqual(['No other record is near']);
  });

  it('asks about two profiles that may be one, each with the question', async () => {
    const { outputs } = await runOnEngine(node(), items(crmAnn, { id: 'x', ...someAnn }));
    expect(outputs.map((output) => output.length)).toEqual([0, 2]);
    const { decision, question } = identityOf(outputs[1]?.[0]);
    expect(decision).toBe('ask');
    expect(question?.for).toEqual(['Same name']);
    expect(question?.left).toMatchObject({ email: ann.email });
    expect(question?.right).toEqual(someAnn);
    expect(question?.reviewId).toBeNull();
  });

  it('resolves a list inside each item by itself', async () => {
    const { outputs } = await runOnEngine(
      node({ recordsFrom: 'list', listField: 'body.records' }),
      items(
        { body: { records: [crmAnn, shopAnn] } },
        { body: { records: [crmAnn, { id: 'crm-2', ...piet }] } },
        { body: { records: [] } },
      ),
    );
    const counts = (outputs[0] ?? []).map(
      (item) => (item.json['identity'] as { profiles?: unknown[] }).profiles?.length,
    );
    expect(counts).toEqual([1, 2, 0]);
    expect(identityOf(outputs[0]?.[0]).records).toHaveLength(2);
  });

  it('reads fields by the names that it is told, and needs none where names and values tell', async () => {
    const german = { nr: 7, Vorname: 'Ann', Nachname: 'Thornton', 'E-Mail': ann.email, geboren: '02.07.1984' };
    const { outputs } = await runOnEngine(node({ idField: 'nr' }), items(german, { ...german, nr: 8 }));
    expect(identityOf(outputs[0]?.[0]).records?.map(({ id }) => id)).toEqual(['7', '8']);
    const odd = { a: { b: ann.email }, c: 'Thornton', d: 'Ann' };
    const mapped = node({
      identityFields: {
        values: [
          { identity: 'email', field: 'a.b' },
          { identity: 'family_name', field: 'c' },
          { identity: 'given_name', field: 'd' },
        ],
      },
    });
    const told = await runOnEngine(mapped, items(odd, odd));
    expect(told.outputs[0]).toHaveLength(1);
  });

  it('says what is wrong with an item, and lets it go on when it may', async () => {
    const nothing = await runOnEngine(node(), items({ colour: 'blue' }));
    expect(messages(nothing.task)).toContain('No field tells who a record is about. The record has colour;');
    const list = await runOnEngine(node({ recordsFrom: 'list', listField: 'records' }), items({ records: 'none' }));
    expect(messages(list.task)).toContain('There is no list of records at records');
    const region = await runOnEngine(node({ region: 'Germany' }), items(crmAnn));
    expect(messages(region.task)).toContain('The setting "Region" cannot be used');
    const goesOn = await runOnEngine(
      node({ dataField: 'body' }, { onError: 'continueRegularOutput' }),
      items({ body: crmAnn }, { body: 'nobody' }, { body: shopAnn }),
    );
    expect(goesOn.outputs.map((output) => output.length)).toEqual([1, 1]);
    expect(goesOn.outputs[1]?.[0]?.json['error']).toContain('There is no record at body');
    expect(goesOn.outputs[0]?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
  });
});

describe('a model of one’s own', () => {
  /** Recognizes people by their e-mail address alone. */
  const brought = defaultIdentityModel('person');
  const own = {
    ...brought,
    id: 'by-email',
    version: '4',
    comparisons: brought.comparisons.filter(({ id }) => id === 'email'),
    shared: [],
    priorMatch: 0.01,
  };
  const sameMail = [
    { id: 'a', ...ann },
    { id: 'b', ...piet, email: ann.email },
  ] as const;

  it('groups, matches and stands in the decision, where it is given', async () => {
    const brought = await runOnEngine(node(), items(...sameMail));
    expect(brought.outputs[0]).toHaveLength(2);
    const grouped = await runOnEngine(node({ model: JSON.stringify(own) }), items(...sameMail));
    expect(grouped.outputs[0]).toHaveLength(1);
    expect(identityOf(grouped.outputs[0]?.[0]).model).toEqual({ id: 'by-email', version: '4' });
    const candidates = [{ ...sameMail[1], profileId: 'P-1' }];
    const matching = { operation: 'match', knownFrom: 'field', knownField: 'candidates', dataField: 'record' };
    const matched = await runOnEngine(
      node({ ...matching, model: own as unknown as INode['parameters'][string] }),
      items({ record: sameMail[0], candidates }),
    );
    expect(identityOf(matched.outputs[0]?.[0])).toMatchObject({ decision: 'known', model: { id: 'by-email' } });
  });

  it('is refused as a setting where it is none, and not looked at where the hub has its own', async () => {
    const refused = await runOnEngine(node({ model: '{}' }), items(crmAnn));
    expect(messages(refused.task)).toContain('The setting "Own Model" cannot be used');
    const wrongKind = await runOnEngine(node({ kind: 'company', model: JSON.stringify(own) }), items(crmAnn));
    expect(messages(wrongKind.task)).toContain('recognizes a person');
    const inHub = execute(contextOf({ operation: 'match', model: '{}' }, [shopAnn]));
    await expect(inHub).rejects.toThrow('The credential cannot be used');
  });
});

describe('matching against known records', () => {
  const candidates = [
    { ...ann, profileId: 'P-1' },
    { ...piet, profileId: 'P-2' },
  ];
  const inItem = node({ operation: 'match', knownFrom: 'field', knownField: 'candidates', dataField: 'record' });

  it('tells known from new and from doubt, in the item’s own list', async () => {
    const { outputs } = await runOnEngine(
      inItem,
      items(
        { record: shopAnn, candidates },
        { record: { given_name: 'Zoë', family_name: 'Ferrari', email: 'zoe@example.net' }, candidates },
        { record: someAnn, candidates },
        { record: shopAnn, candidates: [] },
      ),
    );
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 0 }],
      [{ item: 1 }, { item: 3 }],
      [{ item: 2 }],
    ]);
    expect(identityOf(outputs[0]?.[0])).toMatchObject({ decision: 'known', profileId: 'P-1' });
    expect(identityOf(outputs[0]?.[0]).probability).toBeGreaterThan(0.99);
    expect(identityOf(outputs[1]?.[0])).toMatchObject({
      decision: 'new',
      profileId: null,
      reasons: ['Nobody known is near'],
    });
    const doubtful = identityOf(outputs[2]?.[0]);
    expect(doubtful).toMatchObject({ decision: 'ask', profileId: 'P-1' });
    expect(doubtful.question?.right).toMatchObject({ email: ann.email });
    expect(doubtful.notCompared).toEqual([
      { field: 'birth_date', why: 'missing' },
      { field: 'email', why: 'missing' },
    ]);
  });

  it('asks where two known profiles are both certain', async () => {
    const twice = [...candidates, { ...ann, profileId: 'P-7' }];
    const { outputs } = await runOnEngine(inItem, items({ record: shopAnn, candidates: twice }));
    expect(identityOf(outputs[2]?.[0])).toMatchObject({ decision: 'ask', profileId: 'P-1' });
  });

  it('refuses a known record that does not say whose it is', async () => {
    const { task } = await runOnEngine(inItem, items({ record: shopAnn, candidates: [ann] }));
    expect(messages(task)).toContain('Known record 1 does not say which profile it is of');
  });

  it('takes known records from the second input, and says when nothing is connected', async () => {
    const run = (known: IDataObject[] | null) => {
      const context = contextOf({ operation: 'match', knownFrom: 'input' }, [shopAnn]);
      const first = context.getInputData();
      return execute({
        ...context,
        getInputData: (index?: number) => {
          if (index !== 1) return first;
          if (known === null) throw new Error('Could not get input with given index');
          return items(...known);
        },
      } as IExecuteFunctions);
    };
    expect(identityOf((await run(candidates))[0]?.[0])).toMatchObject({ decision: 'known', profileId: 'P-1' });
    await expect(run(null)).rejects.toThrow('Nothing is connected to the second input');
  });
});

describe('matching against profiles of the hub', () => {
  const model = defaultIdentityModel('person');
  const normal = (id: string, values: Readonly<Record<string, string>>) => normalizeRecord({ id, values });
  const explanation = scorePair(model, normal('1', shopAnn), normal('2', ann));
  const matched = {
    decision: 'ask',
    profileId: 'prf_1',
    probability: 0.7,
    candidates: [{ profileId: 'prf_1', record: { id: 'crm-1', source: 'crm' }, explanation }],
    setAside: [],
    reviewId: 'rev_1',
  };

  function hubThat(answer: (request: MatchRequest) => unknown) {
    const requests: MatchRequest[] = [];
    const hub = {
      address: 'http://hub.example.com/steward',
      key: 'stw_test',
      answer: async ({ url, body }: IHttpRequestOptions) => {
        expect(url).toBe('http://hub.example.com/steward/api/v1/identity/match');
        const request = body as unknown as MatchRequest;
        requests.push(request);
        return { statusCode: 200, body: answer(request) };
      },
    };
    return { hub, requests };
  }

  it('asks once for up to 1,000 records and puts each answer into its item', async () => {
    const { hub, requests } = hubThat(({ records }) => ({
      model: { id: 'person', version: '7' },
      records: records.map(() => matched),
    }));
    const many = Array.from({ length: 1_001 }, () => shopAnn);
    const outputs = await execute(contextOf({ operation: 'match', sourceField: 'system' }, many, hub));
    expect(requests.map(({ records }) => records.length)).toEqual([1_000, 1]);
    expect(requests[0]?.records[0]).toMatchObject({ id: 'shop-9', source: 'n8n', values: { email: ann.email } });
    expect(requests[0]).toMatchObject({ keep: 'no', askedBy: { journey: 'workflow-1', step: 'Identity Resolution' } });
    expect(outputs.map((output) => output.length)).toEqual([0, 0, 1_001]);
    const identity = identityOf(outputs[2]?.[0]);
    expect(identity).toMatchObject({ profileId: 'prf_1', model: { id: 'person', version: '7' } });
    expect(identity.question).toMatchObject({ reviewId: 'rev_1', right: { email: ann.email } });
  });

  it('keeps nobody whose id it does not know', async () => {
    const { hub, requests } = hubThat(() => ({}));
    const context = contextOf({ operation: 'match', keep: 'new-and-known' }, [ann], hub);
    await expect(execute(context)).rejects.toThrow('The record has no id at id, so the hub cannot keep it.');
    expect(requests).toEqual([]);
  });

  it('goes on with nobody while the hub is away, refuses, or is no hub', async () => {
    const failing = (answer: () => Promise<{ statusCode: number; body: unknown }>) =>
      execute(contextOf({ operation: 'match' }, [shopAnn], { address: 'http://hub.example.com', key: 'k', answer }));
    await expect(failing(() => Promise.reject(refusedConnection()))).rejects.toThrow('it is away');
    await expect(failing(async () => ({ statusCode: 403, body: { title: 'Not allowed' } }))).rejects.toThrow(
      'Not allowed',
    );
    await expect(failing(async () => ({ statusCode: 200, body: {} }))).rejects.toThrow('no Steward hub');
    await expect(execute(contextOf({ operation: 'match' }, [shopAnn]))).rejects.toThrow(
      'The credential cannot be used',
    );
  });
});

type Hub = NonNullable<Parameters<typeof fakeContext>[0]['hub']>;

function contextOf(parameters: INode['parameters'], contents: IDataObject[], hub?: Hub): IExecuteFunctions {
  const { description } = new IdentityResolution();
  return fakeContext({ description, parameters, items: items(...contents), ...(hub && { hub }) });
}

function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return new IdentityResolution().execute.call(context);
}
