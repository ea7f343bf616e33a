import type { ValueType } from '../model.ts';
import type { DmnDefinitions, DmnItemDefinition } from './dmn-elements.ts';

/** A type reference, followed to what it stands for. */
export interface DmnType {
  /** Null: any type, or an object. */
  type: ValueType | null;
  /** S-FEEL unary tests of the allowed values, where a type names them. */
  allowed?: string;
  /** The fields of an object, or of the objects in a list. */
  components?: Map<string, DmnItemDefinition>;
  /** A list: what its members are. */
  members?: DmnType;
}

/** Names of FEEL's own types, in the spellings of all versions, with the ones of Camunda 7. @source DMN 1.5, 10.3.2.3; DMN 1.1, table 33 */
const feelTypes: ReadonlyMap<string, ValueType> = new Map([
  ['number', 'number'],
  ['integer', 'number'],
  ['long', 'number'],
  ['double', 'number'],
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['time', 'time'],
  ['date and time', 'date-time'],
  ['dateTime', 'date-time'],
  ['days and time duration', 'day-time-duration'],
  ['dayTimeDuration', 'day-time-duration'],
  ['years and months duration', 'year-month-duration'],
  ['yearMonthDuration', 'year-month-duration'],
]);

/** How DMN calls our types; a list needs an item definition. @source DMN 1.5, 10.3.2.3 */
export const feelTypeNames: Readonly<Record<Exclude<ValueType, 'list'>, string>> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date-time': 'date and time',
  'day-time-duration': 'days and time duration',
  'year-month-duration': 'years and months duration',
};

/** A type may be named by another one; more steps than this and they name each other. */
const maxSteps = 20;

/** The item definitions of a document, by name. */
export type TypeNames = ReadonlyMap<string, DmnItemDefinition>;

/** Collects a document's item definitions by name. @example typeNamesOf(definitions).get('tRisk') */
export function typeNamesOf(definitions: DmnDefinitions): TypeNames {
  return new Map((definitions.itemDefinition ?? []).map((definition) => [definition.name ?? '', definition]));
}

/**
 * Follows a type reference through item definitions to a type of ours.
 * @param reference `number`, `feel:string`, or the name of an item definition; absent for any type
 * @returns type null for what is unknown, any type, an object, or a type that is defined by itself
 * @example followType('tRiskCategory', names) // { type: 'string', allowed: '"HIGH","LOW"' }
 * @source DMN 1.5, 7.3.2 (item definitions)
 */
export function followType(reference: string | undefined, names: TypeNames, steps = 0): DmnType {
  if (reference === undefined || steps > maxSteps) return { type: null };
  const defined = names.get(reference);
  if (defined !== undefined) return followDefinition(defined, names, steps + 1);
  return { type: feelTypes.get(reference.slice(reference.indexOf(':') + 1).trim()) ?? null };
}

/** Components by name, gathered once per definition: every name in every cell asks for them. */
const gathered = new WeakMap<DmnItemDefinition, Map<string, DmnItemDefinition>>();

function componentsOf(definition: DmnItemDefinition, components: DmnItemDefinition[]): Map<string, DmnItemDefinition> {
  const known = gathered.get(definition);
  if (known !== undefined) return known;
  const byName = new Map(components.map((component) => [component.name ?? '', component]));
  gathered.set(definition, byName);
  return byName;
}

/** What an item definition, or a component of one, stands for. @example followDefinition(component, names) */
export function followDefinition(definition: DmnItemDefinition, names: TypeNames, steps = 0): DmnType {
  const components = definition.itemComponent;
  const base: DmnType =
    components === undefined
      ? { ...followType(definition.typeRef, names, steps) }
      : { type: null, components: componentsOf(definition, components) };
  const allowed = definition.allowedValues?.text?.trim() ?? '';
  if (allowed !== '') base.allowed = allowed;
  return definition.isCollection === true ? { type: 'list', members: base } : base;
}
