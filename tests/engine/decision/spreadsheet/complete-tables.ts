import fc from 'fast-check';
import {
  aggregations,
  hitPolicies,
  valueTypes,
  type DecisionTable,
  type TableInput,
  type TableOutput,
  type TableRow,
  type ValueType,
} from '../../../../engine/decision/model.ts';
import type { JsonObject, JsonValue } from '../../../../engine/json.ts';

/** Texts that a layout, a CSV file or a workbook could mistake for something else. */
const tricky = fc.constantFrom(
  'Decision table', 'Tests of', 'Row', 'Column', 'json: 1', 'json: ', 'null', 'true', '42', '-5', '007', '1e3', '-', '*', "'=1", '=1+1',
  '@SUM(A1)', '+49 170', '\t', ' ', ' a ', 'a\nb', 'a\r\nb', '\r', '"', '"a"', 'a,b', 'a;b', 'no match', '2026-11-22', '1900-01-01',
  '_x000D_', '_x005F_x0041_', 'constructor', '__proto__', '\ufeffa', '\u0001', '\uffff', '<c r="A1">&amp;', '#N/A', 'sep=;', 'ä€😀', '1,5', '10-20', '[',
); // prettier-ignore
const text = fc.oneof(
  { weight: 2, arbitrary: tricky },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const filled = text.filter((value) => value !== '');
const id = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,6}$/).filter((value) => value !== '__proto__');
const day = fc
  .date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const scalar: fc.Arbitrary<JsonValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const anything: fc.Arbitrary<JsonValue> = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));

function valueOf(type: ValueType): fc.Arbitrary<JsonValue> {
  const fitting: Record<ValueType, fc.Arbitrary<JsonValue>> = {
    number,
    string: text,
    boolean: fc.boolean(),
    date: day,
    time: fc.constantFrom('08:30:00', '23:59:59.5', '08:30:00+02:00'),
    'date-time': fc.constantFrom('2026-11-22T08:30:00Z', '2026-11-22T08:30:00'),
    'day-time-duration': fc.constantFrom('P3DT12H', '-PT5M'),
    'year-month-duration': fc.constantFrom('P1Y6M', 'P2Y'),
    list: fc.array(fc.oneof(text, number, fc.boolean()), { maxLength: 3 }),
  };
  return fc.oneof({ weight: 5, arbitrary: fitting[type] }, { weight: 1, arbitrary: anything });
}

/** Any text may stand in a cell: whether it makes sense is another matter. */
const condition = fc.oneof(
  fc.constantFrom('', '-', '42', '-1.50', '>= 10', '[1..5)', '"gold","silver"', 'not("x")', 'null', 'true', 'date("2026-11-22")', '> limit', 'gold', '1,5', '10 bis 20', 'ja', '22.11.2026', '>', ' 5 '),
  text,
); // prettier-ignore

function optional<Members extends Record<string, fc.Arbitrary<unknown>>>(
  required: Members,
  more: Record<string, fc.Arbitrary<unknown>>,
) {
  return fc.record({ ...required, ...more }, { requiredKeys: Object.keys(required) });
}

const allowed = fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 3 });
const type = fc.constantFrom(...valueTypes);
const describing = { unit: text, allowed, description: text };
const unique = { selector: (entry: unknown) => (entry as { id: string }).id };

const inputs = fc.uniqueArray(
  optional(
    {
      id,
      name: filled,
      type,
      path: fc.oneof(fc.constantFrom('a', 'a.b', 'a.b.c', 'items.0.sku', 'constructor', 'toString'), filled),
    },
    { ...describing, from: id, allowedRange: text, required: fc.boolean() },
  ),
  { ...unique, maxLength: 4 },
) as unknown as fc.Arbitrary<TableInput[]>;
const outputs = fc.uniqueArray(optional({ id, name: filled, type }, { ...describing, default: anything }), {
  ...unique,
  minLength: 1,
  maxLength: 3,
}) as unknown as fc.Arbitrary<TableOutput[]>;

const facts = fc.oneof(
  fc.constantFrom<JsonObject>(
    {},
    { a: { b: 1 } },
    { a: { b: { c: 'x' } } },
    { items: [{ sku: 'a' }] },
    { a: 5, other: null },
  ),
  fc
    .dictionary(text, fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>, { maxKeys: 3 })
    .map((entries) => structured(entries)),
);

/** As JSON.parse makes it, `__proto__` as an own member included; -0 does not exist there. */
function structured<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function dictionary<Value>(ids: readonly string[], value: (key: string) => fc.Arbitrary<Value>) {
  return fc.record(Object.fromEntries([...ids, 'stranger'].map((key) => [key, value(key)])), { requiredKeys: [] });
}

function tableWith(uses: fc.Arbitrary<DecisionTable[]> | null): fc.Arbitrary<DecisionTable> {
  const annotations = fc.uniqueArray(fc.record({ id, name: filled }), { ...unique, maxLength: 2 });
  return fc.tuple(inputs, outputs, annotations).chain(([ins, outs, notes]) => {
    const inputIds = ins.map((input) => input.id);
    const row = optional(
      {
        id: filled.filter((value) => value.trim() !== ''),
        when: dictionary(inputIds, () => condition),
        then: dictionary(
          outs.map((output) => output.id),
          (key) => valueOf(outs.find((output) => output.id === key)?.type ?? 'string'),
        ),
      },
      {
        reason: text,
        source: text,
        disabled: fc.boolean(),
        validFrom: day,
        validUntil: day,
        annotations: dictionary(
          notes.map((note) => note.id),
          () => text,
        ),
      },
    ) as unknown as fc.Arbitrary<TableRow>;
    const outcome = fc.oneof(
      fc.constant(null),
      dictionary(
        outs.map((output) => output.id),
        () => anything,
      ),
      fc.array(
        dictionary([], () => anything),
        { maxLength: 2 },
      ),
    );
    const test = optional({ name: filled, facts, outcome }, { row: text, day });
    return optional(
      {
        schemaVersion: fc.constant(1),
        id: fc.constantFrom('refund-limits', 'a', 'b'),
        name: filled,
        version: filled,
        hitPolicy: fc.constantFrom(...hitPolicies),
        inputs: fc.constant(ins),
        outputs: fc.constant(outs),
        rows: fc.uniqueArray(row, { ...unique, maxLength: 5 }),
      },
      {
        $schema: text,
        description: text,
        owner: text,
        aggregation: fc.constantFrom(...aggregations),
        validFrom: day,
        validUntil: day,
        annotations: fc.constant(notes),
        sources: fc.array(optional({ id: filled, title: filled }, { section: text, url: text }), { maxLength: 3 }),
        assumptions: fc.array(fc.record({ id: filled, text, owner: text, reviewBy: day }), { maxLength: 2 }),
        tests: fc.array(test, { maxLength: 4 }),
        ...(uses === null ? {} : { uses }),
      },
    ) as unknown as fc.Arbitrary<DecisionTable>;
  });
}

/** Any table that the model knows: every member present or absent, every text, values that do not fit their columns too. */
export const completeTables: fc.Arbitrary<DecisionTable> = tableWith(fc.array(tableWith(null), { maxLength: 2 })).map(
  structured,
);
