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
import { serviceCases } from '../../examples/service-desk/customers.ts';
import { parseJourney, rulePacks } from '../../rules/index.ts';

const ports = { packs: rulePacks, day: '2026-11-22' };
const read = (name: string) => readFileSync(new URL(`../../examples/service-desk/${name}`, import.meta.url), 'utf8');
const parsed = parseJourney(JSON.parse(read('journey.json')));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const journey = parsed.value;
const cases = serviceCases(200, 2026);
const simulations = cases.map((entry) => simulateJourney(journey, entry, ports));
const matched = simulations.flatMap(({ decisions }) =>
  decisions.flatMap((decision) => decision.matched.map((row) => `${decision.tableId}:${row}`)),
);

describe('the service desk example', () => {
  it('has no problems, not even warnings', () => {
    expect(journeyProblems(journey, ports)).toEqual([]);
  });

  it('holds the tests of its table, which test every row', () => {
    const table = journey.tables['service-duties'];
    if (table === undefined) throw new Error('the table is gone');
    const results = runTableTests(table);
    expect(results.ok ? results.value.filter((test) => !test.passed) : results.issues).toEqual([]);
    expect(new Set(table.tests?.map((test) => test.row))).toEqual(new Set(table.rows.map((row) => row.id)));
  });

  it('comes back from n8n with the same steps, settings, links and table', () => {
    const compiled = compileJourney(journey, ports);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
    let count = 0;
    const back = importWorkflow(compiled.value, { id: journey.id, newId: () => `new-${(count += 1)}` });
    if (!back.ok) throw new Error(JSON.stringify(back.issues));
    expect(back.value.tables).toEqual(journey.tables);
    expect(back.value.links.length).toBe(journey.links.length);
    const settings = (steps: typeof journey.steps) =>
      steps.map(({ id, parameters }) => ({ id, rules: parameters['rules'], route: parameters['route'] }));
    expect(settings(back.value.steps)).toEqual(settings(journey.steps));
    const again = compileJourney(back.value, ports);
    expect(again.ok && again.value.nodes).toEqual(compiled.value.nodes);
  });

  it('answers every case and fails for none', () => {
    expect(simulations.filter((simulation) => simulation.error !== null || simulation.outcome === null)).toEqual([]);
  });

  it('gives the outcomes that its README tells', () => {
    const counts: Record<string, number> = {};
    for (const { outcome } of simulations) {
      const name = isJsonObject(outcome?.body) ? String(outcome.body['outcome']) : 'none';
      counts[name] = (counts[name] ?? 0) + 1;
    }
    expect(counts).toEqual({ answered: 161, person: 29, held: 10 });
    const told = [...read('README.md').matchAll(/^\| (\w+) +\| (\d+) +\|$/gm)].map((match) => Number(match[2]));
    expect(told).toEqual(Object.values(counts).sort((left, right) => right - left));
  });

  it('lets every row of its own table count for somebody, both procedures for complaints included', () => {
    const rows = journey.tables['service-duties']?.rows ?? [];
    for (const row of rows) expect(matched).toContain(`service-duties:${row.id}`);
  });

  it('says the decision of the table that a pack uses, too', () => {
    const decision = simulations[0]?.decisions[0];
    expect(decision?.required?.map(({ tableId }) => tableId)).toEqual(['impact-urgency']);
  });
});

describe('its cases', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(serviceCases(200, 2026)).toEqual(cases);
    expect(serviceCases(200, 2027)).not.toEqual(cases);
    expect(serviceCases(3, 2026)).toEqual(cases.slice(0, 3));
  });

  it('do not exist', () => {
    for (const entry of cases) {
      const email = isJsonObject(entry['customer']) ? entry['customer']['email'] : '';
      expect(email).toMatch(/@example\.com$/);
    }
  });
});
