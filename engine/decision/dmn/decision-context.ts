import { TakenNames } from './taken-names.ts';
import type { Issue } from '../../issue.ts';
import type { TableInput } from '../model.ts';
import { idOf, isDecision, isInputData, isTable, type DmnDecision, type DmnElement } from './dmn-elements.ts';
import { normalName, scopeOf, tableIdOf, type QualifiedName, type Scope } from './feel-names.ts';
import { outputChecks, tableChecks } from './field-checks.ts';
import { readKeptFields, restoreFields } from './kept-fields.ts';
import { placeAt } from './place-at.ts';
import type { TypeNames } from './type-references.ts';

/** The decisions of a document, and how tables are called. */
export interface DecisionNames {
  types: TypeNames;
  byId: ReadonlyMap<string | undefined, DmnElement>;
  /** All decisions and input data by name, the first of a name. */
  variables: ReadonlyMap<string, DmnElement>;
  scope: Scope;
  /** Ids of tables by decision; only of decisions that are tables. */
  tableIds: ReadonlyMap<DmnElement, string>;
}

/** What the parts of one decision's table are read with. */
export interface DecisionContext {
  /** Name of the decision. */
  name: string;
  scope: Scope;
  /** What DMN calls the results, by position. */
  resultNames: string[];
  variableType: string | undefined;
  /** Whether the hit policy gives a list. */
  givesList: boolean;
  /** Where the value of a name stands; null for an object, or for one of several outcomes. */
  placeOf(name: QualifiedName): Pick<TableInput, 'path' | 'from' | 'required'> | null;
  /** Remembers a warning. */
  note(code: string, params: Issue['params']): void;
  notes: Issue[];
  /** The decisions whose outcomes the table reads. */
  required: Set<DmnDecision>;
}

/** Names the tables of a document: kebab-case of the decision's name, or what was kept. */
export function nameTables(elements: DmnElement[], types: TypeNames): DecisionNames {
  const tables = elements.filter(isDecision).filter(({ decisionLogic }) => isTable(decisionLogic));
  const plainIds = new TakenNames();
  const taken = new TakenNames();
  const tableIds = new Map<DmnElement, string>();
  for (const decision of tables) {
    const plain = { id: tableIdOf(decision.name ?? '', plainIds) };
    const { id } = restoreFields(plain, readKeptFields(decision, 'table'), { id: tableChecks.id });
    tableIds.set(decision, taken.claim(id, '-'));
  }
  const byId = new Map(elements.map((element) => [element.id, element] as const));
  const variables = variablesOf(elements);
  return { types, byId, variables, scope: scopeFor(variables, types), tableIds };
}

/** Gathers what a decision's table is read with: the names in its scope, and where their values come from. */
export function decisionContext(decision: DmnDecision, names: DecisionNames): DecisionContext {
  const notes: Issue[] = [];
  const required = new Set<DmnDecision>();
  const { variables, scope } = ownNames(decision, names);
  const noted = new Set<DmnElement>();
  const context: DecisionContext = {
    name: decision.name ?? decision.id ?? '',
    scope,
    resultNames: resultNamesOf(decision),
    variableType: decision.variable?.typeRef,
    givesList: givesList(decision),
    notes,
    note: (code, params) => notes.push({ code, path: [], severity: 'warning', params }),
    required,
    placeOf: (name) => {
      const element = variables.get(name.variable);
      if (element === undefined || element === decision || !isDecision(element))
        return placeAt([name.variable, ...name.fields], null);
      const from = names.tableIds.get(element);
      if (from !== undefined) {
        required.add(element);
        return placeAt(outcomeSegments(element, name.fields), from);
      }
      if (!noted.has(element)) {
        context.note('dmn_decision_as_input', { decision: context.name, needed: name.variable, id: element.id ?? '' });
      }
      noted.add(element);
      const place = placeAt([name.variable, ...name.fields], null);
      return place === null ? null : { ...place, required: true };
    },
  };
  return context;
}

/** The names of a decision: those that it requires, then all others of the document. */
function ownNames(decision: DmnDecision, names: DecisionNames): Pick<DecisionNames, 'variables' | 'scope'> {
  const own = (decision.informationRequirement ?? [])
    .map((requirement) => names.byId.get(idOf(requirement.requiredDecision ?? requirement.requiredInput) ?? ''))
    .filter((element) => element !== undefined);
  // Nearly always the document has no two elements of one name, and all its decisions share one scope.
  const isShared = [...variablesOf(own)].every(
    ([name, element]) => names.variables.get(name) === element && names.scope.variables.has(name),
  );
  if (isShared) return names;
  const variables = variablesOf([...own, ...names.variables.values()]);
  return { variables, scope: scopeFor(variables, names.types) };
}

function variablesOf(elements: Iterable<DmnElement>): Map<string, DmnElement> {
  const variables = new Map<string, DmnElement>();
  for (const element of elements) {
    if (!isDecision(element) && !isInputData(element)) continue;
    const name = normalName(element.variable?.name ?? element.name ?? '');
    if (name !== '' && !variables.has(name)) variables.set(name, element);
  }
  return variables;
}

function scopeFor(variables: ReadonlyMap<string, DmnElement>, types: TypeNames): Scope {
  return scopeOf(
    [...variables].map(([name, element]) => [name, variableTypeOf(element)] as const),
    types,
  );
}

function variableTypeOf(element: DmnElement): string | undefined {
  return isDecision(element) || isInputData(element) ? element.variable?.typeRef : undefined;
}

/** What DMN calls the results of a decision: the names of its output clauses; of a single one without, the decision's. */
function resultNamesOf({ decisionLogic, name }: DmnDecision): string[] {
  if (!isTable(decisionLogic)) return [];
  const taken = new TakenNames(['__proto__', 'constructor', 'prototype']);
  return (decisionLogic.output ?? []).map((clause, at) => {
    const key = clause.name?.trim() || (decisionLogic.output?.length === 1 ? (name?.trim() ?? '') : '');
    return taken.claim(key.slice(0, 190) || `output${at + 1}`, ' ');
  });
}

/** What the results are called in our outcome: as in DMN, or as it was kept. */
function outcomeKeysOf(decision: DmnDecision): string[] {
  const clauses = isTable(decision.decisionLogic) ? (decision.decisionLogic.output ?? []) : [];
  const taken = new TakenNames();
  return resultNamesOf(decision).map((id, at) => {
    const kept = readKeptFields(clauses[at] as DmnElement, 'output');
    return taken.claim(restoreFields({ id }, kept, { id: outputChecks.id }).id, ' ');
  });
}

/** Whether several rows give a list. */
export function givesList({ decisionLogic }: DmnDecision): boolean {
  if (!isTable(decisionLogic)) return false;
  const { hitPolicy = '', aggregation } = decisionLogic;
  return hitPolicy.endsWith('ORDER') || (hitPolicy === 'COLLECT' && aggregation === undefined);
}

/** Fields below a decision's variable as segments of our outcome, which names its one result too. Empty for an object. */
function outcomeSegments(decision: DmnDecision, fields: readonly string[]): string[] {
  const keys = outcomeKeysOf(decision);
  const [first, ...others] = fields;
  const named = keys[first === undefined ? -1 : resultNamesOf(decision).indexOf(first)];
  if (named !== undefined) return [named, ...others];
  const [only] = keys;
  return keys.length === 1 && only !== undefined && !(givesList(decision) && first !== undefined)
    ? [only, ...fields]
    : [];
}
