import type { Issue } from '../../issue.ts';
import { isDecision, isInputData, isTable, type DmnDefinitions, type DmnElement } from './dmn-elements.ts';

/** Kinds of logic and elements that are not run, in DMN's words. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['dmn:LiteralExpression', 'literal expression'],
  ['dmn:Invocation', 'invocation'],
  ['dmn:Context', 'boxed context'],
  ['dmn:FunctionDefinition', 'function definition'],
  ['dmn:Relation', 'relation'],
  ['dmn:List', 'boxed list'],
  ['dmn:Conditional', 'boxed conditional'],
  ['dmn:Filter', 'boxed filter'],
  ['dmn:For', 'boxed iterator'],
  ['dmn:Every', 'boxed iterator'],
  ['dmn:Some', 'boxed iterator'],
  ['dmn:BusinessKnowledgeModel', 'business knowledge model'],
  ['dmn:DecisionService', 'decision service'],
]);

/** Elements that inform people and decide nothing. */
const documentation: ReadonlyMap<string, string> = new Map([
  ['dmn:KnowledgeSource', 'knowledge source'],
  ['dmn:TextAnnotation', 'text annotation'],
  ['dmn:Association', 'association'],
  ['dmn:Group', 'group'],
  ['dmn:OrganisationalUnit', 'organisational unit'],
  ['dmn:PerformanceIndicator', 'performance indicator'],
  ['dmn:ElementCollection', 'element collection'],
]);

/** Every element of a document, the nested ones too, by DMN's own properties. */
type AnyElement = DmnElement & Record<string, unknown>;

/**
 * Names everything in a document that an import passes over.
 * @returns warnings: `dmn_not_run` for logic (`kind`, `name`, `id`), `dmn_not_kept` for documentation, `dmn_import` for
 *   another document, `dmn_type_constraint` for a constraint of a list, `dmn_extensions` for other tools' elements
 */
export function nameWhatIsNotRun(definitions: DmnDefinitions): Issue[] {
  const notes: Issue[] = [];
  const note = (code: string, kind: string, { name, id }: DmnElement) => {
    notes.push({ code, path: [], severity: 'warning', params: { kind, name: name ?? id ?? '', id: id ?? '' } });
  };
  for (const element of definitions.drgElement ?? []) {
    if (isInputData(element) || (isDecision(element) && isTable(element.decisionLogic))) continue;
    const kind = documentation.get(element.$type);
    const logic = isDecision(element) ? (element.decisionLogic?.$type ?? '') : element.$type;
    if (kind === undefined) note('dmn_not_run', kinds.get(logic) ?? 'decision without logic', element);
    else note('dmn_not_kept', kind, element);
  }
  const others = definitions as DmnDefinitions &
    Partial<Record<'artifact' | 'elementCollection' | 'businessContextElement', DmnElement[]>>;
  for (const element of [
    ...(others.artifact ?? []),
    ...(others.elementCollection ?? []),
    ...(others.businessContextElement ?? []),
  ]) {
    note('dmn_not_kept', documentation.get(element.$type) ?? element.$type, element);
  }
  for (const element of definitions.import ?? []) note('dmn_import', 'import', element);
  for (const definition of definitions.itemDefinition ?? []) {
    if (definition.typeConstraint !== undefined) note('dmn_type_constraint', 'type constraint', definition);
    if (definition.functionItem !== undefined) note('dmn_not_run', 'function type', definition);
  }
  const foreign = foreignElements(definitions);
  if (foreign.length > 0) {
    notes.push({ code: 'dmn_extensions', path: [], severity: 'warning', params: { found: foreign } });
  }
  return notes;
}

/** Names of other tools' elements, each once. */
function foreignElements(definitions: DmnDefinitions): string[] {
  const found = new Set<string>();
  const pending: unknown[] = [definitions];
  while (pending.length > 0) {
    const element = pending.pop() as AnyElement;
    for (const { $type } of element.extensionElements?.values ?? []) {
      if (!$type.startsWith('steward:') && found.size < 20) found.add($type);
    }
    for (const [key, value] of Object.entries(element)) {
      if (key === 'extensionElements' || key.startsWith('$')) continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child === 'object' && child !== null) pending.push(child);
      }
    }
  }
  return [...found];
}
