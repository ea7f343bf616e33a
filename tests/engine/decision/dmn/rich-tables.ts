import fc from 'fast-check';
import { hitPolicies } from '../../../../engine/index.ts';
import type {
  DecisionTable,
  JsonValue,
  TableInput,
  TableOutput,
  TableRow,
  ValueType,
} from '../../../../engine/index.ts';
import { typedValues } from '../cell/cell-arbitraries.ts';
import { randomTable } from '../evaluate/random-tables.ts';

/** Names as people write them, and as nobody should. */
const names = fc.oneof(
  fc.constantFrom(
    'Amount',
    'Pre-bureau Risk',
    'Approved/Declined',
    'if',
    'date',
    '2nd try',
    'Größe',
    '見積',
    'a.b[1]',
    '"',
    ' x ',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);
const remarks = fc.oneof(
  fc.constantFrom('', ' ', 'a\r\nb\n\rc', '<b>&amp;</b>]]>', '- ok'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
/** No path names a text that holds both kinds of quotes. */
const outputIds = names.filter(
  (name) => !['__proto__', 'constructor', 'prototype'].includes(name) && !(name.includes('"') && name.includes("'")),
);
const days = fc.constantFrom('2026-01-01', '2026-06-30', '2027-02-28');
const entryTypes: ValueType[] = [
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date-time',
  'day-time-duration',
  'year-month-duration',
  'list',
];

/** Drops members that are undefined, as JSON does. */
function plain<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

function outputs(): fc.Arbitrary<TableOutput[]> {
  const output = fc
    .record({
      id: outputIds,
      name: names,
      type: fc.constantFrom(...entryTypes),
      unit: maybe(remarks),
      description: maybe(remarks),
    })
    .chain((column) =>
      maybe(typedValues(column.type)).map((value) => plain({ ...column, default: value }) as TableOutput),
    );
  return fc.uniqueArray(output, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
}

function rowExtras(columns: TableOutput[], annotations: string[]) {
  return fc.record({
    then: fc.tuple(...columns.map(({ type }) => maybe(fc.oneof(typedValues(type), fc.constant(null))))),
    reason: maybe(remarks),
    source: maybe(fc.constant('law')),
    disabled: maybe(fc.boolean()),
    validFrom: maybe(days),
    annotations: maybe(fc.tuple(...annotations.map(() => maybe(remarks)))),
    id: maybe(names),
  });
}

/** Values by key; keys may be called like members that every object has. */
function byKey<T>(keys: readonly string[], values: readonly (T | undefined)[]): Record<string, T> {
  return Object.fromEntries(
    keys.map((key, at) => [key, values[at]]).filter(([, value]) => value !== undefined),
  ) as Record<string, T>;
}

/** A table with everything that the model knows, chains aside. */
export function richTable(id: string): fc.Arbitrary<DecisionTable> {
  const base = randomTable({ maxRows: 6, hitPolicy: fc.constantFrom(...hitPolicies), strict: true });
  const details = fc.record({
    name: names,
    version: names,
    columns: outputs(),
    annotations: maybe(fc.uniqueArray(names, { maxLength: 2 })),
    inputNames: fc.array(names, { minLength: 30, maxLength: 30 }),
    paths: fc.array(
      fc.constantFrom(
        'a',
        'a.b',
        'a.0.b',
        'a.0.c',
        'order id',
        'order.amount',
        'x["y.z"]',
        'if.then',
        '2nd',
        "it's",
        'Credit Score.value',
      ),
      { minLength: 30, maxLength: 30 },
    ),
    description: maybe(remarks),
    owner: maybe(names),
    validUntil: maybe(days),
    sources: maybe(fc.constant([{ id: 'law', title: 'Act', section: '5' }])),
    assumptions: maybe(fc.constant([{ id: 'a', text: 'As is', owner: 'Jo', reviewBy: '2027-01-01' }])),
    tests: maybe(fc.constant([{ name: 'none', facts: { a: [1, { b: null }] }, outcome: null, day: '2026-01-01' }])),
    aggregation: fc.constantFrom('count' as const, undefined),
  });
  return fc.tuple(base, details).chain(([table, more]) => {
    const annotations = more.annotations?.map((name, at) => ({ id: `note${at}`, name }));
    const extras = rowExtras(more.columns, annotations?.map((column) => column.id) ?? []);
    return fc
      .array(extras, { minLength: table.rows.length, maxLength: table.rows.length })
      .map((rows): DecisionTable => {
        const used = new Set<string>();
        return plain({
          ...table,
          id,
          name: more.name,
          version: more.version,
          description: more.description,
          owner: more.owner,
          validUntil: more.validUntil,
          sources: more.sources,
          assumptions: more.assumptions,
          tests: more.tests,
          annotations,
          aggregation: table.hitPolicy === 'collect' ? more.aggregation : undefined,
          inputs: table.inputs.map((input, at) => ({
            ...input,
            name: more.inputNames[at] as string,
            path: more.paths[at] as string,
          })),
          outputs: more.columns,
          rows: table.rows.map((row, at): TableRow => {
            const extra = rows[at] as NonNullable<(typeof rows)[number]>;
            const rowId = extra.id === undefined || used.has(extra.id) ? row.id : extra.id;
            used.add(rowId);
            return plain({
              ...row,
              ...extra,
              id: used.has(rowId) && rowId !== extra.id ? row.id : rowId,
              then: byKey<JsonValue>(
                more.columns.map((column) => column.id),
                extra.then,
              ),
              annotations:
                extra.annotations && byKey<string>(annotations?.map((column) => column.id) ?? [], extra.annotations),
            }) as TableRow;
          }),
        }) as unknown as DecisionTable;
      });
  });
}

function pathTo(output: string): string {
  return output.includes('"') ? `['${output}']` : `["${output}"]`;
}

/** A table over two others, one of which reads the other. */
export function richChain(): fc.Arbitrary<DecisionTable> {
  return fc
    .tuple(richTable('top'), richTable('left'), richTable('right'), fc.boolean())
    .map(([top, left, right, swapped]) => {
      const reads = (table: DecisionTable, from: DecisionTable, at: number): TableInput => ({
        id: `from_${from.id}_${at}`,
        name: `From ${from.id}`,
        path: pathTo((from.outputs[0] as TableOutput).id),
        from: from.id,
        type: table.outputs[0]?.type ?? 'string',
      });
      const middle = { ...left, inputs: [...left.inputs, reads(left, right, 1)] };
      const uses = swapped ? [middle, right] : [right, middle];
      return { ...top, inputs: [...top.inputs, reads(top, middle, 1), reads(top, right, 2)], uses };
    });
}
