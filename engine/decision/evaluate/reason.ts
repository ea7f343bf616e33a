import type { Reason } from '../decision.ts';
import type { DecisionTable, TableRow } from '../model.ts';

const reasonsOf = new WeakMap<DecisionTable, Map<string, Reason>>();

/**
 * The ground that a row gives: its own words, or its conditions where it has none, and its source.
 * No value of the item is in it, so that it may stand in a log.
 * @example reasonOf(table, row) // { row: 'large', text: 'Refunds above 1,000 EUR need a person.', source: 'GDPR, Article 22' }
 */
export function reasonOf(table: DecisionTable, row: TableRow): Reason {
  let known = reasonsOf.get(table);
  if (known === undefined) reasonsOf.set(table, (known = new Map()));
  let reason = known.get(row.id);
  if (reason === undefined) known.set(row.id, (reason = makeReason(table, row)));
  return { ...reason };
}

function makeReason(table: DecisionTable, row: TableRow): Reason {
  const text = row.reason ?? describeRow(table, row);
  const source = table.sources?.find((candidate) => candidate.id === row.source);
  if (source === undefined) return { row: row.id, text };
  return {
    row: row.id,
    text,
    source: source.section === undefined ? source.title : `${source.title}, ${source.section}`,
  };
}

function describeRow(table: DecisionTable, row: TableRow): string {
  const conditions = table.inputs.flatMap((input) => {
    const cell = (Object.hasOwn(row.when, input.id) ? (row.when[input.id] as string) : '').trim();
    return cell === '' || cell === '-' ? [] : [`${input.name} is ${cell}`];
  });
  return conditions.length === 0 ? 'No other row applies.' : `${conditions.join(', and ')}.`;
}
