/**
 * The elements of a DMN document as dmn-moddle gives them, as far as they are read and written here.
 * @source DMN 1.5, chapters 6 to 8 (metamodel)
 */
export interface DmnElement {
  $type: string;
  id?: string;
  name?: string;
  label?: string;
  description?: string;
  extensionElements?: { values?: ForeignElement[] };
}

/** An element of another namespace; only inside of `extensionElements`. */
export interface ForeignElement {
  $type: string;
  $body?: string;
}

export interface DmnText extends DmnElement {
  text?: string;
  typeRef?: string;
}

export interface DmnReference {
  href?: string;
}

export interface DmnItemDefinition extends DmnElement {
  typeRef?: string;
  isCollection?: boolean;
  allowedValues?: DmnText;
  typeConstraint?: DmnText;
  itemComponent?: DmnItemDefinition[];
  functionItem?: DmnElement;
}

export interface DmnVariable extends DmnElement {
  typeRef?: string;
}

export interface DmnInputClause extends DmnElement {
  inputExpression?: DmnText;
  inputValues?: DmnText;
}

export interface DmnOutputClause extends DmnElement {
  typeRef?: string;
  outputValues?: DmnText;
  defaultOutputEntry?: DmnText;
}

export interface DmnRule extends DmnElement {
  inputEntry?: DmnText[];
  outputEntry?: DmnText[];
  annotationEntry?: { text?: string }[];
}

export interface DmnExpression extends DmnElement {
  typeRef?: string;
}

export interface DmnTable extends DmnExpression {
  hitPolicy?: string;
  aggregation?: string;
  outputLabel?: string;
  input?: DmnInputClause[];
  output?: DmnOutputClause[];
  annotation?: { name?: string }[];
  rule?: DmnRule[];
}

export interface DmnRequirement extends DmnElement {
  requiredDecision?: DmnReference;
  requiredInput?: DmnReference;
}

export interface DmnDecision extends DmnElement {
  variable?: DmnVariable;
  informationRequirement?: DmnRequirement[];
  knowledgeRequirement?: DmnElement[];
  decisionLogic?: DmnExpression;
}

export interface DmnInputData extends DmnElement {
  variable?: DmnVariable;
}

export interface DmnDefinitions extends DmnElement {
  import?: DmnElement[];
  itemDefinition?: DmnItemDefinition[];
  drgElement?: DmnElement[];
}

/** Tells a decision by its type. */
export function isDecision(element: DmnElement): element is DmnDecision {
  return element.$type === 'dmn:Decision';
}

/** Tells input data by their type. */
export function isInputData(element: DmnElement): element is DmnInputData {
  return element.$type === 'dmn:InputData';
}

/** Tells a decision table from other logic. */
export function isTable(logic: DmnExpression | undefined): logic is DmnTable {
  return logic?.$type === 'dmn:DecisionTable';
}

/** The id that a reference inside of the document names; null for one into another document. */
export function idOf(reference: DmnReference | undefined): string | null {
  return reference?.href?.startsWith('#') === true ? reference.href.slice(1) : null;
}
