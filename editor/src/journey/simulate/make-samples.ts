import {
  isJsonObject,
  literalsOf,
  parseUnaryTests,
  stepType,
  valuesWorthTrying,
  writePath,
  type DecisionTable,
  type Journey,
  type JsonObject,
  type JsonValue,
  type Step,
  type TableInput,
} from '../../../../engine/index.ts';
import { contextOf } from '../store/derived.ts';
import { tableOfStep } from './explain-step.ts';

/** chosen: enough for every row of an ordinary table to be hit, few enough to look through. */
const sampleCount = 120;

/**
 * Made-up customers that differ in what the journey's tables look at: values at, above and below every limit, every
 * allowed word, and now and then nothing. Everything else comes from the example. The same journey gives the same customers.
 */
export function makeSamples(journey: Journey, example: JsonObject = {}): JsonObject[] {
  const fields = lookedAt(journey);
  const random = lehmer(42);
  return Array.from({ length: sampleCount }, (_, index) => {
    const customer = structuredClone(example);
    writePath(customer, 'id', `C-${String(index + 1).padStart(4, '0')}`);
    for (const { path, values, chance } of fields) {
      if (random() > chance) continue;
      const value = values[Math.floor(random() * values.length)];
      if (value !== undefined) writePath(customer, path, value);
    }
    return customer;
  });
}

/** A path in the customer's record that tables read, with values worth trying, and how often to try one. */
interface LookedAt {
  path: string;
  values: (JsonValue | undefined)[];
  chance: number;
}

/** chosen: the journey's own tables are what is tried out; the grounds of a rule pack are rare in life, and each decides alone. */
const ownChance = 0.9;
const packChance = 0.03;

function lookedAt(journey: Journey): LookedAt[] {
  const found = new Map<string, LookedAt>();
  for (const step of journey.steps) {
    const type = stepType(step);
    const samples = type.samples?.(step);
    const samplesPath = samples === undefined ? null : pathBehindWebhook(samples.path);
    if (samples !== undefined && samplesPath !== null) {
      found.set(samplesPath, { path: samplesPath, values: samples.values, chance: 1 });
    }
    const table = tableOfStep(step, contextOf(journey.tables));
    if (table === null) continue;
    for (const input of table.inputs) {
      if (type.ownFacts?.some((beginning) => input.path.startsWith(beginning))) continue;
      const path = pathInCustomer(step, input);
      if (path === null) continue;
      const values = [...(found.get(path)?.values ?? []), ...valuesFor(input, table)];
      const isOwn = Object.values(journey.tables).includes(table);
      found.set(path, { path, values, chance: Math.max(found.get(path)?.chance ?? 0, isOwn ? ownChance : packChance) });
    }
  }
  return [...found.values()];
}

/** What the webhook put under `body` is the customer; anything else is made by the journey itself. */
function pathInCustomer(step: Step, input: TableInput): string | null {
  const { dataField, fields } = step.parameters;
  const mapped = (Array.isArray(fields) ? fields : [])
    .filter(isJsonObject)
    .find((field) => field.input === input.id)?.field;
  const full = typeof mapped === 'string' ? mapped : [dataField, input.path].filter((part) => part !== '').join('.');
  return pathBehindWebhook(full);
}

function pathBehindWebhook(full: string): string | null {
  const [first, ...rest] = full.split('.');
  return first === 'body' && rest.length > 0 ? rest.join('.') : null;
}

function valuesFor(input: TableInput, table: DecisionTable): (JsonValue | undefined)[] {
  const literals = new Set<JsonValue>(input.allowed ?? []);
  const inputs = table.inputs.map(({ id }) => id);
  for (const row of table.rows) {
    const parsed = parseUnaryTests(row.when[input.id] ?? '-', inputs);
    if (!parsed.ok) continue;
    for (const { value } of literalsOf(parsed.value)) if (value !== null) literals.add(value);
  }
  // An absent value is rare in life, and worth a few customers.
  const rare: (JsonValue | undefined)[] = [undefined];
  switch (input.type) {
    case 'number': {
      const limits = [...literals].filter((value) => typeof value === 'number');
      const near = limits.flatMap((limit) => [limit - 1, limit, limit + 1, limit * 2, Math.round(limit / 2)]);
      return near.length === 0 ? [0, 1, 10, 100] : near.filter((value) => value >= 0);
    }
    case 'boolean':
      return [true, false, false, false, ...rare];
    case 'string':
      return literals.size === 0 ? ['something'] : [...literals];
    case 'list':
      return [[], ...[...literals].map((value) => [value])];
    case 'date':
    case 'time':
    case 'date-time':
    case 'day-time-duration':
    case 'year-month-duration':
      return valuesWorthTrying(table, input);
  }
}

/** A small generator of pseudo-random numbers: the same seed gives the same customers. @source Park and Miller, 1988 */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
