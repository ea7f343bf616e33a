import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  journeyProblems,
  simulateJourney,
  type Journey,
  type JsonObject,
  type N8nNode,
  type N8nWorkflow,
  type Step,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { FakeHub, refusedConnection } from '../../nodes/fake-hub.ts';
import { serveHub } from '../../nodes/hub-server.ts';
import { countingIds, journeyOf, stepOf, webhookStep } from './journeys.ts';
import { runOnN8n } from './run-on-n8n.ts';

const ports = { packs: rulePacks, day: '2026-11-22' };
const recording = { record: 'hub', credential: 'Our hub', subjectField: 'body.customer', whenHubAway: 'stop' };
const fork = {
  field: 'body.n',
  valueType: 'number',
  cases: [{ id: 'case-1', label: 'Large', test: '> 10' }],
};
const log = {
  operation: 'log',
  decisionName: 'Approval',
  outcomeField: 'body.outcome',
  reasonsField: 'body.why',
  deciderKind: 'person',
  deciderName: 'Refund team',
  deciderField: '',
  inputs: [{ field: 'body.n' }],
  noteField: '',
  credential: 'Our hub',
  subjectField: 'body.customer',
  whenHubAway: 'stop',
};
const answer = stepOf('answer', 'respond', { status: 200, answer: 'item', fields: [] });

/** A webhook, a branch and a log, both recording, and an answer with the whole item. */
function recordingJourney(change: (step: Step) => Step = (step) => step): Journey {
  const steps = [
    webhookStep('intake'),
    change(stepOf('branch', 'branch', { ...fork, ...recording })),
    change(stepOf('approval', 'decision-log', log)),
    answer,
  ];
  const links = ['intake > branch', 'branch:case-1 > approval', 'branch:otherwise > approval', 'approval > answer'];
  return journeyOf(steps, links);
}

function nodesOf(journey: Journey): N8nNode[] {
  const compiled = compileJourney(journey, ports);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled.value.nodes;
}

function importedFrom(node: N8nNode): Step {
  const workflow: N8nWorkflow = { name: 'W', nodes: [node], connections: {} };
  const imported = importWorkflow(workflow, { id: 'w', newId: countingIds() });
  if (!imported.ok || imported.value.steps[0] === undefined) throw new Error('it could not be read');
  return imported.value.steps[0];
}

/** Items without the places in the ledger: a simulation has none. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === 'ledger' ? undefined : member)));
}

describe('the credential of a step', () => {
  it('goes to n8n by its name alone, for n8n to put in the id', () => {
    const credentials = { stewardHubApi: { id: null, name: 'Our hub' } };
    expect(nodesOf(recordingJourney()).map((node) => node['credentials'])).toEqual([
      undefined,
      credentials,
      credentials,
      undefined,
    ]);
  });

  it('is the one that the form shows where a step from before the ledger was told to record', () => {
    const switchedOn = stepOf('branch', 'branch', { ...fork, record: 'hub' });
    const [node] = nodesOf(journeyOf([switchedOn]));
    expect(node?.['credentials']).toEqual({ stewardHubApi: { id: null, name: 'Steward Hub' } });
  });

  it('comes back from n8n by its name, and keeps the id while the name stays', () => {
    const [, node] = nodesOf(recordingJourney());
    const held = { ...(node as N8nNode), credentials: { stewardHubApi: { id: 'x7', name: 'Our hub' } } };
    const step = importedFrom(held);
    expect(step.parameters).toMatchObject(recording);
    expect(nodesOf(journeyOf([step]))).toEqual([held]);
    const changed = { ...step, parameters: { ...step.parameters, subjectField: 'body.id' } };
    expect(nodesOf(journeyOf([changed]))[0]).toMatchObject({
      credentials: held.credentials,
      parameters: { subjectField: 'body.id' },
    });
    const renamed = { ...step, parameters: { ...step.parameters, credential: 'Another' } };
    expect(nodesOf(journeyOf([renamed]))[0]?.['credentials']).toEqual({ stewardHubApi: { id: null, name: 'Another' } });
    const off = { ...step, parameters: { ...step.parameters, record: 'off' } };
    expect(nodesOf(journeyOf([off]))[0]).toMatchObject({ credentials: {}, parameters: { record: 'off' } });
  });

  it('leaves credentials of other kinds as they are', () => {
    const [, node] = nodesOf(recordingJourney());
    const other = { httpBasicAuth: { id: 'b1', name: 'ERP' } };
    const step = importedFrom({ ...(node as N8nNode), credentials: other });
    expect(step.parameters['credential']).toBe('');
    const named = { ...step, parameters: { ...step.parameters, credential: 'Our hub' } };
    expect(nodesOf(journeyOf([named]))[0]?.['credentials']).toEqual({
      ...other,
      stewardHubApi: { id: null, name: 'Our hub' },
    });
  });

  it('is missed where a step records and names none', () => {
    const nameless = recordingJourney((step) => ({ ...step, parameters: { ...step.parameters, credential: '' } }));
    const places = journeyProblems(nameless, ports).map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(places).toEqual([
      'parameter_empty steps.1.parameters.credential',
      'parameter_empty steps.2.parameters.credential',
    ]);
  });
});

describe('steps that were drawn before decisions could be recorded', () => {
  const old = stepOf('branch', 'branch', fork);

  it('have no problem, and do not record', () => {
    const journey = journeyOf(
      [webhookStep('intake'), old, answer],
      ['intake > branch', 'branch:case-1 > answer', 'branch:otherwise > answer'],
    );
    expect(journeyProblems(journey, ports)).toEqual([]);
    expect(nodesOf(journey)[1]).toMatchObject({ parameters: { record: 'off' } });
    expect(nodesOf(journey)[1]).not.toHaveProperty('credentials');
    expect(simulateJourney(journey, { n: 20 }, ports).error).toBeNull();
  });

  it('compile to the node that they came from, unchanged', () => {
    const node = {
      parameters: { field: 'body.n', valueType: 'number', cases: { values: [{ label: 'Large', test: '> 10' }] } },
      id: 'branch',
      name: 'branch',
      type: 'n8n-nodes-steward.branch',
      typeVersion: 1,
      position: [0, 0] as [number, number],
    };
    expect(nodesOf(journeyOf([{ ...old, source: node }]))).toEqual([node]);
  });
});

describe('what is wrong with recording', () => {
  it('is found in the settings', () => {
    const wrong = recordingJourney((step) => ({ ...step, parameters: { ...step.parameters, subjectField: 'a..b' } }));
    expect(journeyProblems(wrong, ports).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'invalid_field_path steps.1.parameters.subjectField',
      'invalid_field_path steps.2.parameters.subjectField',
    ]);
  });

  it.each([
    ['log_name_missing', 'decisionName', { decisionName: ' ' }],
    ['invalid_field_path', 'reasonsField', { reasonsField: '.' }],
    ['invalid_field_path', 'inputs.0', { inputs: [{ field: 'a..b' }] }],
    ['log_decider_unnamed', 'deciderName', { deciderName: '' }],
  ])('is found in a log: %s at %s', (code, place, parameters) => {
    const step = stepOf('approval', 'decision-log', { ...log, ...parameters });
    const journey = journeyOf([webhookStep('intake'), step, answer], ['intake > approval', 'approval > answer']);
    expect(journeyProblems(journey, ports)).toMatchObject([
      {
        code,
        path: ['steps', 1, 'parameters', ...place.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))],
      },
    ]);
  });

  it('is nothing where queued records are sent: those settings are hidden', () => {
    const step = stepOf('send', 'decision-log', { ...log, operation: 'send', deciderName: '', decisionName: '' });
    const journey = journeyOf([webhookStep('intake'), step, answer], ['intake > send', 'send > answer']);
    expect(journeyProblems(journey, ports)).toEqual([]);
    expect(nodesOf(journey)[1]?.parameters).toEqual({ operation: 'send', whenHubAway: 'stop' });
  });
});

describe('a recording journey in n8n and in the simulator', () => {
  const customers: JsonObject[] = [
    { n: 20, customer: 'C-1', outcome: 'pay', why: 'Lost parcel' },
    { n: 5, customer: 7, outcome: { pay: true }, why: ['Lost', 'Late'] },
    { n: 5, outcome: 'pay' },
    { n: 5, customer: 'C-2' },
    { n: 'many', customer: 'C-3', outcome: 'pay' },
    { n: 5, customer: 'C-4', outcome: 'pay', why: 12 },
  ];

  async function runBoth(journey: Journey, customer: JsonObject, hub: FakeHub) {
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    const item = { headers: {}, params: {}, query: {}, body: customer };
    const real = await runOnN8n(compiled.value, 'intake', item, { url: hub.address, apiKey: hub.key });
    return { real, simulated: simulateJourney(journey, customer, ports) };
  }

  it('is alike but for the places in the ledger: ways, answers, failures, decisions', async () => {
    const hub = new FakeHub();
    const server = await serveHub(hub);
    try {
      for (const customer of customers) {
        const { real, simulated } = await runBoth(recordingJourney(), customer, hub);
        expect({ path: simulated.path, response: simulated.outcome, failed: simulated.error !== null }).toEqual({
          path: real.path,
          response: withoutPlaces(real.response),
          failed: real.error !== null,
        });
      }
    } finally {
      await server.close();
    }
    // The decisions of the branch are recorded before the log finds that it has nothing to log.
    expect(hub.kept.map(({ source, subject }) => `${source.step} ${subject}`)).toEqual([
      'branch C-1',
      'approval C-1',
      'branch 7',
      'approval 7',
      'branch C-2',
      'branch C-4',
    ]);
  });

  it('notes where each decision stands, in what goes on', async () => {
    const hub = new FakeHub();
    const server = await serveHub(hub);
    try {
      const { real } = await runBoth(recordingJourney(), customers[0] as JsonObject, hub);
      expect(real.response?.body).toMatchObject({
        steward: {
          decisions: [
            { ledger: { stream: 'decisions', sequence: 1 } },
            { ledger: { stream: 'decisions', sequence: 2 } },
          ],
        },
      });
    } finally {
      await server.close();
    }
  });

  const aways: [string, (hub: FakeHub, close: () => Promise<void>) => void | Promise<void>][] = [
    ['nobody listens', (_, close) => close()],
    ['the connection breaks', (hub) => void hub.failures.push(refusedConnection())],
    ['the hub cannot serve', (hub) => void hub.failures.push({ status: 503, body: { title: 'Not now' } })],
  ];

  it.each(aways)('stops in n8n when %s, or goes on with the record, as it is set', async (_, goAway) => {
    for (const whenHubAway of ['stop', 'queue']) {
      const hub = new FakeHub();
      const server = await serveHub(hub);
      const journey = journeyOf(
        [webhookStep('intake'), stepOf('branch', 'branch', { ...fork, ...recording, whenHubAway }), answer],
        ['intake > branch', 'branch:case-1 > answer', 'branch:otherwise > answer'],
      );
      try {
        await goAway(hub, server.close);
        const { real } = await runBoth(journey, customers[0] as JsonObject, hub);
        if (whenHubAway === 'stop') expect(real.error).toContain('The hub is away');
        else expect(real.response?.body).toMatchObject({ steward: { unrecorded: true, queue: [{ subject: 'C-1' }] } });
      } finally {
        await server.close();
      }
    }
  });

  it('stops in n8n when the key is wrong, whatever the setting', async () => {
    const hub = new FakeHub();
    const server = await serveHub(hub);
    const journey = recordingJourney((step) => ({ ...step, parameters: { ...step.parameters, whenHubAway: 'queue' } }));
    try {
      const compiled = compileJourney(journey, ports);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
      const item = { headers: {}, params: {}, query: {}, body: customers[0] as JsonObject };
      const real = await runOnN8n(compiled.value, 'intake', item, { url: hub.address, apiKey: 'stw_wrong' });
      expect(real.error).toContain('did not take the records');
      expect(real.response).toBeNull();
    } finally {
      await server.close();
    }
  });
});
