import { describe, expect, it } from 'vitest';
import { simulateJourney } from '../../engine/index.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { rulePacks } from '../../rules/index.ts';
import { linesOf, runSteward } from './run-steward.ts';
import { journey, journeyFile, scratchFolder } from './scratch-folder.ts';

const files = scratchFolder();
const customers = refundCustomers(20);
const customerLines = customers.map((customer) => `${JSON.stringify(customer)}\n`).join('');

/** Decisions about nobody cannot be recorded. */
const someone = '{"customer":{"id":"C-1"}}';

describe('steward journey', () => {
  it('simulates each line as the engine does', async () => {
    const run = await runSteward(['journey', 'simulate', journeyFile], customerLines);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(linesOf(run)).toEqual(
      customers.map((customer) => {
        const { path, outcome, decisions } = simulateJourney(journey, customer, { packs: rulePacks });
        return { path, outcome, decisions, error: null };
      }),
    );
  });

  it('refuses a customer that nests too deep to be written down again, and goes on', async () => {
    const steps = journey.steps.map((step) =>
      step.type === 'respond' ? { ...step, parameters: { status: 200, answer: 'item', fields: [] } } : step,
    );
    const answersAll = files.written('item.json', JSON.stringify({ ...journey, steps }));
    const deep = `{"customer":{"id":"C-2"},"deep":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    const run = await runSteward(['journey', 'simulate', answersAll], `${deep}\n${someone}\n`);
    expect(run.code).toBe(1);
    expect(linesOf(run)).toMatchObject([{ path: [], error: { code: 'line_too_deep' } }, { error: null }]);
  });

  it('simulates with an error for one customer, and goes on', async () => {
    const run = await runSteward(
      ['journey', 'simulate', journeyFile, '--details'],
      `{"order":{"amount":"x"}}\nx\n${someone}\n`,
    );
    expect(run.code).toBe(1);
    expect(linesOf(run)).toMatchObject([
      {
        path: ['request-received', 'classify-risk'],
        outcome: null,
        error: { code: 'wrong_type' },
        links: ['request-received-out'],
      },
      { path: [], outcome: null, decisions: [], error: { code: 'line_not_json' } },
      { error: null, answeredBy: expect.any(String), assumptions: [] },
    ]);
  });

  it('compiles to a workflow, imports it, and compiles to the same workflow', async () => {
    const compiled = await runSteward(['journey', 'compile', journeyFile]);
    expect(compiled).toMatchObject({ code: 0, err: '' });
    const workflowFile = files.written('Refund Triage (1).json', compiled.out);
    const imported = await runSteward(['journey', 'import', workflowFile]);
    expect(imported).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(imported.out)).toMatchObject({ id: 'refund-triage-1', name: journey.name });
    expect(await runSteward(['journey', 'import', workflowFile])).toEqual(imported);
    expect((await runSteward(['journey', 'compile', '-'], imported.out)).out).toBe(compiled.out);
  });

  it('compiles and names problems; --strict makes them count, --json makes them readable for machines', async () => {
    const broken = {
      ...journey,
      steps: journey.steps.map((step) => (step.id === 'request-received' ? { ...step, disabled: true } : step)),
    };
    const path = files.written('broken-journey.json', JSON.stringify(broken));
    const run = await runSteward(['journey', 'compile', path]);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/error: Nothing starts this journey/);
    expect((await runSteward(['journey', 'compile', path, '--strict'])).code).toBe(1);
    const report = JSON.parse((await runSteward(['journey', 'compile', path, '--json'])).out) as {
      problems: unknown[];
    };
    expect(report.problems).toContainEqual(expect.objectContaining({ code: 'no_trigger', severity: 'error' }));
  });

  it('writes no workflow for a journey that cannot be said as one', async () => {
    const path = files.written('no-table.json', JSON.stringify({ ...journey, tables: {} }));
    const run = await runSteward(['journey', 'compile', path]);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/refers to the table "refund-limits"/);
  });

  it('refuses what is no workflow', async () => {
    const run = await runSteward(['journey', 'import', '-'], '[]');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toMatch(/Standard input cannot be used:\n {2}error: This is not an n8n workflow/);
  });
});
