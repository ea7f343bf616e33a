import { TakenNames } from './taken-names.ts';
import { splitPath } from '../facts/read-path.ts';
import type { DecisionTable, TableInput } from '../model.ts';

const keywords = new Set(
  'and or if then else for in return some every satisfies instance of between function not true false null date time duration'.split(
    ' ',
  ),
);
/** Names that every FEEL reads, with the marks that the standard allows inside. */
const feelName = /^[\p{L}_][\p{L}\p{N}_]*(?:[ /'-][\p{L}\p{N}_]+)*$/u;

/**
 * A name that FEEL can read, as near to ours as can be: `Tone, by stage` becomes `Tone by stage`. Keywords may stand inside
 * of a name, since a reader knows the names of its scope, but not begin one.
 * @example feelNameOf('2nd (EU)') // '_2nd EU'
 * @source DMN 1.5, 10.3.1.2 rules 25 to 30 (names)
 */
export function feelNameOf(name: string): string {
  const words = feelName.test(name) ? [name] : (name.match(/[\p{L}\p{N}_]+/gu) ?? ['_']);
  const kept = words.join(' ').slice(0, 150).trim();
  const started = /^[\p{L}_]/u.test(kept) ? kept : `_${kept}`;
  const [first = '', ...others] = started.split(' ');
  return [keywords.has(first) ? `${first}_` : first, ...others].join(' ');
}

/** A value's place in DMN: the variable and the fields below it; list indexes count from 1 there. */
export interface WrittenPlace {
  variable: string;
  /** Names of fields, and indexes from 0. */
  fields: (string | number)[];
}

/** How variables are called in a document: input data by the first field of their path, decisions by their table. */
export class WrittenNames {
  private readonly taken = new TakenNames();
  private readonly decisions = new Map<string, { name: string; table: DecisionTable; results: string[] }>();
  private readonly inputs = new Map<string, string>();

  constructor(tables: readonly DecisionTable[]) {
    for (const table of tables) {
      const taken = new TakenNames();
      const results = table.outputs.map(({ id }) => taken.claim(feelNameOf(id), ' '));
      this.decisions.set(table.id, { name: this.newName(table.name), table, results });
    }
  }

  decision(tableId: string): string {
    return this.decisions.get(tableId)?.name ?? '';
  }

  /** Names of a table's results, by position. */
  results(tableId: string): string[] {
    return this.decisions.get(tableId)?.results ?? [];
  }

  place({ path, from }: TableInput): WrittenPlace {
    const segments = splitPath(path) ?? [path];
    const source = from === undefined ? undefined : this.decisions.get(from);
    if (source === undefined) {
      const [first = path, ...others] = segments;
      return { variable: this.inputName(first), fields: others.map(fieldOf) };
    }
    const [first = '', ...others] = segments;
    const at = source.table.outputs.findIndex(({ id }) => id === first);
    const below = others.map(fieldOf);
    if (at === -1) return { variable: source.name, fields: segments.map(fieldOf) };
    return {
      variable: source.name,
      fields: source.results.length === 1 ? below : [source.results[at] ?? '', ...below],
    };
  }

  private inputName(segment: string): string {
    const known = this.inputs.get(segment);
    if (known !== undefined) return known;
    const name = this.newName(segment);
    this.inputs.set(segment, name);
    return name;
  }

  private newName(name: string): string {
    return this.taken.claim(feelNameOf(name), ' ');
  }
}

function fieldOf(segment: string): string | number {
  return /^(?:0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : feelNameOf(segment);
}

/** A place as an expression: `Applicant Data.Age`, `items[1].sku`. */
export function expressionOf({ variable, fields }: WrittenPlace): string {
  return fields.reduce<string>(
    (text, field) => text + (typeof field === 'number' ? `[${field + 1}]` : `.${field}`),
    variable,
  );
}
