import type { DecisionTable } from '../../../engine/index.ts';

/** Members in the order in which people read them; all others follow. */
const order = {
  table: [
    '$schema',
    'schemaVersion',
    'id',
    'name',
    'version',
    'description',
    'owner',
    'hitPolicy',
    'aggregation',
    'validFrom',
    'validUntil',
    'inputs',
    'outputs',
    'annotations',
    'rows',
    'uses',
    'assumptions',
    'sources',
    'tests',
  ],
  column: [
    'id',
    'name',
    'path',
    'from',
    'type',
    'unit',
    'allowed',
    'allowedRange',
    'required',
    'default',
    'description',
  ],
  row: ['id', 'when', 'then', 'reason', 'source', 'disabled', 'validFrom', 'validUntil', 'annotations'],
  assumption: ['id', 'text', 'owner', 'reviewBy'],
  source: ['id', 'title', 'section', 'url'],
  test: ['name', 'facts', 'outcome', 'row', 'day'],
} as const;

/**
 * A table as the text of a `.table.json` file. Members stand in one order wherever the table comes from, so that git shows
 * what changed and nothing else.
 */
export function tableText(table: DecisionTable): string {
  return `${JSON.stringify(orderedTable(table), null, 2)}\n`;
}

function orderedTable(table: DecisionTable): object {
  const inputIds = table.inputs.map(({ id }) => id);
  const outputIds = table.outputs.map(({ id }) => id);
  const { annotations, uses, assumptions, sources, tests } = table;
  const rows = table.rows.map((row) =>
    ordered({ ...row, when: ordered(row.when, inputIds), then: ordered(row.then, outputIds) }, order.row),
  );
  return ordered(
    {
      ...table,
      inputs: table.inputs.map((input) => ordered(input, order.column)),
      outputs: table.outputs.map((output) => ordered(output, order.column)),
      ...(annotations && { annotations: annotations.map((annotation) => ordered(annotation, order.column)) }),
      rows,
      ...(uses && { uses: uses.map(orderedTable) }),
      ...(assumptions && { assumptions: assumptions.map((assumption) => ordered(assumption, order.assumption)) }),
      ...(sources && { sources: sources.map((source) => ordered(source, order.source)) }),
      ...(tests && { tests: tests.map((test) => ordered(test, order.test)) }),
    },
    order.table,
  );
}

function ordered(object: object, names: readonly string[]): object {
  const known = names.filter((name) => Object.hasOwn(object, name));
  const rest = Object.keys(object).filter((name) => !names.includes(name));
  const members = object as Record<string, unknown>;
  return Object.fromEntries([...known, ...rest].map((name) => [name, members[name]]));
}
