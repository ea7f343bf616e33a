import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compileJourney,
  importWorkflow,
  isJsonObject,
  journeyProblems,
  runTableTests,
  simulateJourney,
  type JourneyPorts,
  type JsonObject,
} from '../../engine/index.ts';
import { parseJourney } from '../../rules/index.ts';

/** How many the tests send through an example, and from which seed. */
const count = 200;
const seed = 2026;

/** An example, and what became of each of its 200 customers in the simulator. */
export function openExample(
  name: string,
  generate: (count: number, seed: number) => JsonObject[],
  ports: JourneyPorts,
) {
  const read = (file: string) => readFileSync(new URL(`../../examples/${name}/${file}`, import.meta.url), 'utf8');
  const parsed = parseJourney(JSON.parse(read('journey.json')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const journey = parsed.value;
  const customers = generate(count, seed);
  const simulations = customers.map((customer) => simulateJourney(journey, customer, ports));
  const answers = simulations.map(({ outcome }) => (isJsonObject(outcome?.body) ? outcome.body : {}));
  return { name, generate, ports, journey, customers, simulations, answers, readme: read('README.md') };
}

export type Example = ReturnType<typeof openExample>;

/** What holds for every example that Steward brings. */
export function exampleContract({ name, generate, ports, journey, ...example }: Example): void {
  const { customers, simulations, answers, readme } = example;
  describe(`the example ${name}`, () => {
    it('has no problems, not even warnings', () => {
      expect(journeyProblems(journey, ports)).toEqual([]);
    });

    it.each(Object.keys(journey.tables))('holds the tests of its table %s, which test every row', (key) => {
      const table = journey.tables[key];
      if (table === undefined) throw new Error('the table is gone');
      const results = runTableTests(table);
      expect(results.ok ? results.value.filter((test) => !test.passed) : results.issues).toEqual([]);
      expect(new Set(table.tests?.map((test) => test.row))).toEqual(new Set(table.rows.map((row) => row.id)));
    });

    it('stands on n8n’s grid of 16 pixels, no two steps over one another', () => {
      for (const { position } of journey.steps) expect([position.x % 16, position.y % 16]).toEqual([0, 0]);
      for (const [index, left] of journey.steps.entries()) {
        for (const right of journey.steps.slice(index + 1)) {
          const [x, y] = [left.position.x - right.position.x, left.position.y - right.position.y].map(Math.abs);
          expect((x ?? 0) >= 240 || (y ?? 0) >= 112, `${left.name} and ${right.name}`).toBe(true);
        }
      }
    });

    it('comes back from n8n with the same steps, links and tables, and becomes the same workflow again', () => {
      const compiled = compileJourney(journey, ports);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
      let given = 0;
      const back = importWorkflow(compiled.value, { id: journey.id, newId: () => `new-${(given += 1)}` });
      if (!back.ok) throw new Error(JSON.stringify(back.issues));
      expect(back.value.tables).toEqual(journey.tables);
      expect(back.value.steps.map(({ id, name, type }) => ({ id, name, type }))).toEqual(
        journey.steps.map(({ id, name, type }) => ({ id, name, type })),
      );
      expect(back.value.links.length).toBe(journey.links.length);
      const again = compileJourney(back.value, ports);
      expect(again.ok && again.value.nodes).toEqual(compiled.value.nodes);
    });

    it('answers everybody, fails for none, and assumes nothing', () => {
      expect(simulations.filter((simulation) => simulation.error !== null || simulation.outcome === null)).toEqual([]);
      expect(simulations.flatMap((simulation) => simulation.assumptions)).toEqual([]);
    });

    it('gives the outcomes that its README tells', () => {
      const counts: Record<string, number> = {};
      for (const { outcome } of answers) counts[inWords(outcome)] = (counts[inWords(outcome)] ?? 0) + 1;
      const told = [...readme.matchAll(/^\| (\w[\w ]*?) +\| (\d+) +\|$/gm)].map(
        ([, outcome, times]) => [inWords(outcome), Number(times)] as const,
      );
      expect(counts).toEqual(Object.fromEntries(told));
    });
  });

  describe(`customers of the example ${name}`, () => {
    it('are the same for the same seed, and others for another', () => {
      expect(generate(count, seed)).toEqual(customers);
      expect(generate(count, seed + 1)).not.toEqual(customers);
      expect(generate(3, seed)).toEqual(customers.slice(0, 3));
    });

    it('do not exist: every address of mail ends in example.com', () => {
      const domains = [...JSON.stringify(customers).matchAll(/[\w.+-]+@([\w.-]+)/g)].map(([, domain]) => domain);
      expect(new Set(domains)).toEqual(new Set(['example.com']));
    });
  });
}

/** `human_oversight` and "Human oversight" are one outcome. */
function inWords(outcome: unknown): string {
  return String(outcome).toLowerCase().replaceAll('_', ' ');
}
