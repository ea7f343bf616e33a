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
import { changeForms } from '../../examples/change-of-details/customers.ts';
import { parseJourney, rulePacks } from '../../rules/index.ts';

const ports = { packs: rulePacks };
const read = (name: string) =>
  readFileSync(new URL(`../../examples/change-of-details/${name}`, import.meta.url), 'utf8');
const parsed = parseJourney(JSON.parse(read('journey.json')));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
const journey = parsed.value;
const forms = changeForms(200, 2026);
const simulations = forms.map((form) => simulateJourney(journey, form, ports));
const answers = simulations.map(({ outcome }) => (isJsonObject(outcome?.body) ? outcome.body : {}));

describe('the change of details example', () => {
  it('has no problems, not even warnings', () => {
    expect(journeyProblems(journey, ports)).toEqual([]);
  });

  it('holds the tests of its table, which test every row', () => {
    const table = journey.tables['changes-by-machine'];
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
    expect(back.value.steps.map(({ id, type }) => ({ id, type }))).toEqual(
      journey.steps.map(({ id, type }) => ({ id, type })),
    );
  });

  it('answers every form and fails for none', () => {
    expect(simulations.filter((simulation) => simulation.error !== null || simulation.outcome === null)).toEqual([]);
    expect(simulations.flatMap((simulation) => simulation.assumptions)).toEqual([]);
  });

  it('gives the outcomes that its README tells', () => {
    const counts: Record<string, number> = {};
    for (const { outcome } of answers) counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
    const told = [...read('README.md').matchAll(/^\| (\w+) +\| (\d+) +\|$/gm)].map(
      ([, name = '', count]) => [name.toLowerCase(), Number(count)] as const,
    );
    expect(counts).toEqual(Object.fromEntries(told));
  });

  it('takes nobody for somebody else: neither a namesake nor a sister at the same address', () => {
    for (const [index, { outcome, customerId }] of answers.entries()) {
      if (outcome === 'unknown' || outcome === 'asked') continue;
      // Records of the person who filled in the form are those of the first profile.
      expect(customerId, `form ${index + 1}`).toMatch(/-1$/);
    }
  });

  it('shows a person who is asked what speaks for and against', () => {
    const asked = answers.filter(({ outcome }) => outcome === 'asked');
    for (const { for: reasons } of asked) expect(reasons).toEqual(expect.arrayContaining([expect.any(String)]));
    expect(asked.some(({ against }) => Array.isArray(against) && against.length > 0)).toBe(true);
  });
});

describe('its forms', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(changeForms(200, 2026)).toEqual(forms);
    expect(changeForms(200, 2027)).not.toEqual(forms);
    expect(changeForms(3, 2026)).toEqual(forms.slice(0, 3));
  });
});
