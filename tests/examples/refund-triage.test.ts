import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  isJsonObject,
  journeyProblems,
  runTableTests,
  simulateJourney,
} from '../../engine/index.ts';
import { refundCustomers } from '../../examples/refund-triage/customers.ts';
import { parseJourney, rulePacks } from '../../rules/index.ts';

const ports = { packs: rulePacks };
const text = readFileSync(new URL('../../examples/refund-triage/journey.json', import.meta.url), 'utf8');
const readme = readFileSync(new URL('../../examples/refund-triage/README.md', import.meta.url), 'utf8');
const parsed = parseJourney(JSON.parse(text));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const journey = parsed.value;

const customers = refundCustomers(200, 2026);
const simulations = customers.map((customer) => simulateJourney(journey, customer, ports));

describe('the refund example', () => {
  it('has no problems, not even warnings', () => {
    expect(journeyProblems(journey, ports)).toEqual([]);
  });

  it('holds the tests of its table', () => {
    const table = journey.tables['refund-limits'];
    if (table === undefined) throw new Error('the table is gone');
    const results = runTableTests(table);
    expect(results.ok ? results.value.filter((test) => !test.passed) : results.issues).toEqual([]);
    expect(table.tests?.length).toBeGreaterThanOrEqual(table.rows.length);
  });

  it('tests every row of its table', () => {
    const table = journey.tables['refund-limits'];
    expect(new Set(table?.tests?.map((test) => test.row))).toEqual(new Set(table?.rows.map((row) => row.id)));
  });

  it('stands on n8n’s grid of 16 pixels, no two steps over one another', () => {
    for (const { position } of journey.steps) expect([position.x % 16, position.y % 16]).toEqual([0, 0]);
    for (const [index, left] of journey.steps.entries()) {
      for (const right of journey.steps.slice(index + 1)) {
        const apart =
          Math.abs(left.position.x - right.position.x) >= 240 || Math.abs(left.position.y - right.position.y) >= 112;
        expect(apart, `${left.name} and ${right.name}`).toBe(true);
      }
    }
  });

  it('comes back from n8n with the same steps, links and table', () => {
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    let count = 0;
    const back = importWorkflow(compiled.value, { id: journey.id, newId: () => `new-${(count += 1)}` });
    if (!back.ok) throw new Error(JSON.stringify(back.issues));
    expect(back.value.tables).toEqual(journey.tables);
    expect(back.value.steps.map(({ id, name, type }) => ({ id, name, type }))).toEqual(
      journey.steps.map(({ id, name, type }) => ({ id, name, type })),
    );
    expect(back.value.links.length).toBe(journey.links.length);
  });

  it('answers every customer and fails for none', () => {
    expect(simulations.filter((simulation) => simulation.error !== null || simulation.outcome === null)).toEqual([]);
    expect(simulations.flatMap((simulation) => simulation.assumptions)).toEqual([]);
  });

  it('gives the outcomes that its README tells', () => {
    const counts: Record<string, number> = {};
    for (const { outcome } of simulations) {
      const name = isJsonObject(outcome?.body) ? String(outcome.body['outcome']) : 'none';
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(counts).toEqual({ paid: 82, agent_review: 63, human_oversight: 37, refused: 14, not_automated: 4 });
    const told = [...readme.matchAll(/^\| (\w[\w ]*?) +\| (\d+) +\|$/gm)].map((match) => Number(match[2]));
    expect(told).toEqual(Object.values(counts).sort((left, right) => right - left));
  });

  it('gives every answer its reason', () => {
    for (const { outcome } of simulations) {
      expect(isJsonObject(outcome?.body) ? outcome.body['reason'] : null).toEqual(expect.stringMatching(/\w+ \w+/));
    }
  });

  it('lets every row of the table decide for somebody', () => {
    const deciding = new Set(
      simulations.flatMap(({ decisions }) => decisions.filter((d) => d.kind === 'table').map((d) => d.ruleId)),
    );
    expect(deciding).toEqual(new Set(journey.tables['refund-limits']?.rows.map((row) => row.id)));
  });
});

describe('its customers', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(refundCustomers(200, 2026)).toEqual(customers);
    expect(refundCustomers(200, 2027)).not.toEqual(customers);
    expect(refundCustomers(3, 2026)).toEqual(customers.slice(0, 3));
  });

  it('do not exist', () => {
    for (const customer of customers) {
      const email = isJsonObject(customer['customer']) ? customer['customer']['email'] : '';
      expect(email).toMatch(/@example\.com$/);
    }
  });
});
