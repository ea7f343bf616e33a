import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  type Journey,
  type N8nWorkflow,
  type PublishRequest,
} from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import type { PublishOutcome } from '../../../editor/src/journey/store/api.ts';
import { differences } from '../../../editor/src/journey/parts/differences.ts';
import { keepCaseIds } from '../../../editor/src/journey/publish/keep-case-ids.ts';
import { takeOver } from '../../../editor/src/journey/publish/take-over.ts';
import { publish, publishState } from '../../../editor/src/journey/publish/use-publish.ts';
import { openSession } from '../../../editor/src/journey/store/open-session.ts';
import { fakeJourneyApi, manualClock, memoryStorage, refundTriage, stored, testPorts } from './harness.ts';

const publication = (revision: number) => ({
  workflowId: 'wf1',
  revision,
  versionId: 'v',
  publishedAt: '2026-11-22T09:00:00.000Z',
  publishedBy: 'me',
  webhookUrls: { trigger: 'http://127.0.0.1:5678/webhook/x' },
});

function open() {
  const before = refundTriage();
  const { api, hub } = fakeJourneyApi(stored(before));
  const compiled = compileJourney(before, { packs: rulePacks });
  if (!compiled.ok) throw new Error('the example does not compile');
  const n8n = { workflow: compiled.value as N8nWorkflow, isChanged: false };
  const requests: PublishRequest[] = [];
  api.n8nWorkflow = () => Promise.resolve(structuredClone(n8n.workflow));
  api.publish = (request): Promise<PublishOutcome> => {
    requests.push(request);
    if (n8n.isChanged && request.overwrite !== true) return Promise.resolve({ kind: 'changed-in-n8n' });
    return Promise.resolve({ kind: 'published', publication: publication(request.revision) });
  };
  const { session } = openSession(stored(before), api, testPorts(manualClock(), memoryStorage()));
  const outcome = () => publishState(session).getState().outcome;
  return { session, hub, n8n, requests, outcome, before };
}

function imported(workflow: N8nWorkflow): Journey {
  const result = importWorkflow(workflow, { id: 'refund-triage', newId: () => crypto.randomUUID() });
  if (!result.ok) throw new Error('not importable');
  return result.value;
}

describe('publishing', () => {
  it('saves first, and names the revision that is on the screen', async () => {
    const { session, hub, requests, outcome } = open();
    session.edits.renameJourney('Refunds');
    await publish(session);
    expect(hub.current()).toMatchObject({ revision: 8, document: { name: 'Refunds' } });
    expect(requests).toEqual([{ revision: 8 }]);
    expect(outcome()?.kind).toBe('published');
    expect(session.autosave.state.getState().publication?.revision).toBe(8);
  });

  it('does not happen while the journey cannot be saved', async () => {
    const { session, hub, requests } = open();
    session.edits.renameJourney('Refunds');
    hub.isDown = true;
    await publish(session);
    expect(requests).toEqual([]);
    expect(publishState(session).getState().busy).toBe(false);
  });

  it('asks when the workflow was changed in n8n, and replaces it only when told to', async () => {
    const { session, n8n, requests, outcome } = open();
    n8n.isChanged = true;
    await publish(session);
    expect(outcome()?.kind).toBe('changed-in-n8n');
    await publish(session, true);
    expect(requests.map((request) => request.overwrite)).toEqual([undefined, true]);
    expect(outcome()?.kind).toBe('published');
  });
});

describe('n8n’s version', () => {
  it('can be taken over as one entry of the undo stack', async () => {
    const { session, n8n, before } = open();
    n8n.workflow = { ...n8n.workflow, nodes: n8n.workflow.nodes.slice(0, -1), connections: {} };
    takeOver(session, imported(n8n.workflow));
    expect(session.document.getState().journey.steps).toHaveLength(before.steps.length - 1);
    expect(session.document.getState().journey.links).toEqual([]);
    session.document.undo();
    expect(session.document.getState().journey).toEqual(before);
  });

  it('does not differ from the journey when nothing was done there', () => {
    const { n8n, before } = open();
    expect(differences(before, keepCaseIds(imported(n8n.workflow), before))).toEqual([]);
  });

  it('keeps the ids of the cases that stayed, with their links, and gives a new case one of its own', () => {
    const { n8n, before } = open();
    const nodes = structuredClone(n8n.workflow.nodes);
    const branch = nodes.find((node) => node.type === 'n8n-nodes-steward.branch');
    const { values } = branch?.parameters['cases'] as { values: { label: string; test: string }[] };
    values.splice(0, 1, { label: 'New', test: '"new"' }, { label: 'Pay', test: '"pay","paid"' });
    const own = before.steps.find((step) => step.type === 'branch');
    const step = keepCaseIds(imported({ ...n8n.workflow, nodes }), before).steps.find(({ id }) => id === own?.id);
    const ids = (cases: unknown) => (cases as { id: string }[]).map((entry) => entry.id);
    const [added, ...kept] = ids(step?.parameters['cases']);
    expect(kept).toEqual(ids(own?.parameters['cases']));
    expect(kept).not.toContain(added);
  });

  it('is published over without asking again once it was taken over', async () => {
    const { session, n8n, requests, outcome } = open();
    n8n.isChanged = true;
    takeOver(session, imported(n8n.workflow));
    publishState(session).setState({ takenOver: structuredClone(n8n.workflow) });
    await publish(session);
    expect(outcome()?.kind).toBe('published');
    expect(requests.at(-1)?.overwrite).toBe(true);
  });

  it('is asked about again when somebody went on editing there', async () => {
    const { session, n8n, outcome } = open();
    n8n.isChanged = true;
    publishState(session).setState({ takenOver: structuredClone(n8n.workflow) });
    n8n.workflow = { ...n8n.workflow, nodes: n8n.workflow.nodes.slice(0, -1) };
    await publish(session);
    expect(outcome()?.kind).toBe('changed-in-n8n');
  });
});
