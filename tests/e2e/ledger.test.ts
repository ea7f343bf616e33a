import { beforeAll, describe, expect, it } from 'vitest';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import {
  apiPrefix,
  decisionStream,
  verifyReceipt,
  type Decision,
  type LedgerPage,
  type Receipt,
  type SigningKey,
} from '../../engine/index.ts';
import type { N8nSession } from '../../host/n8n-session.ts';
import { exampleJourney, runExample, type ExampleRun } from './harness/example-run.ts';
import { sharedSession } from './harness/shared-session.ts';

// Every automated decision stands in the ledger, under the customer whom it is about, and proves itself.

const api = `/steward${apiPrefix}`;
const customers = refundCustomers(200);

describe('the refund example, and what the ledger knows of it', () => {
  const session = sharedSession();
  let run: ExampleRun;
  let keys: SigningKey[];
  let recorded: LedgerPage[];

  beforeAll(async () => {
    const journey = exampleJourney('refund-triage', 'ledger');
    run = await runExample(session, journey, customers);
    keys = (await session.request('GET', `${api}/ledger/signing-keys`)).body as SigningKey[];
    recorded = [];
    for (const { customer } of customers) {
      recorded.push(await search(session, { subject: (customer as { id: string }).id, journey: run.workflowId }));
    }
  });

  it('holds for each of the 200 customers what was simulated, decision by decision', () => {
    const simulated = run.simulated.map(({ decisions }) =>
      (decisions as Decision[]).filter(({ kind }) => kind !== 'branch').map(({ ruleId }) => ruleId),
    );
    expect(recorded.map(({ lines }) => lines.map(({ ruleId }) => ruleId).reverse())).toEqual(simulated);
  });

  it('gives every decision a receipt that verifies without the hub', async () => {
    const trustedKeyIds = keys.map(({ id }) => id);
    const sequences = recorded.flatMap(({ lines }) => lines.map(({ sequence }) => sequence));
    expect(sequences.length).toBeGreaterThan(customers.length);
    for (const sequence of sequences) {
      const path = `${api}/ledger/streams/${decisionStream}/entries/${sequence}/receipt`;
      const receipt = (await session.request('GET', path)).body as Receipt;
      expect(verifyReceipt(receipt, { trustedKeyIds }), `receipt ${sequence}`).toMatchObject({ ok: true });
    }
  });

  it('verifies as a whole', async () => {
    const answer = await session.request('POST', `${api}/ledger/streams/${decisionStream}/verify`);
    const lines = String(answer.body).trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ report: { ok: true, findings: [] } });
  });

  it('opens the inputs of a decision for a reason, and writes down who looked', async () => {
    const [first] = recorded[0]?.lines ?? [];
    const path = `${api}/ledger/streams/${decisionStream}/entries/${first?.sequence}/inputs`;
    const opened = await session.request('POST', path, { reason: 'The customer asked why.' });
    expect(opened).toMatchObject({ status: 200, body: { subject: 'C-0001' } });
    const audit = await search(session, { stream: 'audit', kind: 'inputs-opened' });
    expect(audit.lines[0]).toMatchObject({ kind: 'inputs-opened', subjectRef: first?.subjectRef });
  });

  it('forgets a customer and still verifies', async () => {
    const erased = await session.request('POST', `${api}/ledger/erasures`, {
      subject: 'C-0002',
      reason: 'The customer asked to be forgotten.',
    });
    expect(erased.status).toBe(200);
    expect(await search(session, { subject: 'C-0002' })).toMatchObject({ lines: [], subjectRef: null });
    const [line] = recorded[1]?.lines ?? [];
    const path = `${api}/ledger/streams/${decisionStream}/entries/${line?.sequence}`;
    expect((await session.request('GET', path)).body).toMatchObject({ inputs: 'erased' });
    const receipt = (await session.request('GET', `${path}/receipt`)).body;
    expect(verifyReceipt(receipt, { trustedKeyIds: keys.map(({ id }) => id) })).toMatchObject({ ok: true });
  });
});

async function search(session: N8nSession, body: object): Promise<LedgerPage> {
  const answer = await session.request('POST', `${api}/ledger/search`, body);
  if (answer.status !== 200) throw new Error(`The hub answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as LedgerPage;
}
