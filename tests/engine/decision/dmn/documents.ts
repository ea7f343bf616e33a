import { describeIssue, importDmn, type DecisionTable, type DmnModel } from '../../../../engine/index.ts';

export const dmn13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** A document around some elements of DMN. */
export function dmn(elements: string, namespace = dmn13): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${namespace}" id="model" name="Model" namespace="urn:test">${elements}</definitions>`;
}

/** A decision around a table. */
export function decision(name: string, table: string, more = ''): string {
  return `<decision id="${name.replaceAll(' ', '_')}" name="${name}">${more}${table}</decision>`;
}

export interface TableParts {
  /** Input expressions. */
  inputs: string[];
  /** Entries of each rule: of all inputs, then of the output. */
  rules: string[][];
  /** Attributes of the table. */
  attributes?: string;
  outputs?: string;
  /** Begins the ids of the rules. */
  prefix?: string;
}

/** A table from texts of cells. */
export function decisionTable({
  inputs,
  rules,
  attributes = '',
  outputs = '<output/>',
  prefix = 'r',
}: TableParts): string {
  const text = (value: string) => `<text>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
  const clauses = inputs.map((input) => `<input><inputExpression>${text(input)}</inputExpression></input>`);
  const rows = rules.map((entries, at) => {
    const cells = entries.slice(0, inputs.length).map((cell) => `<inputEntry>${text(cell)}</inputEntry>`);
    const results = entries.slice(inputs.length).map((entry) => `<outputEntry>${text(entry)}</outputEntry>`);
    return `<rule id="${prefix}${at + 1}">${cells.join('')}${results.join('')}</rule>`;
  });
  return `<decisionTable ${attributes}>${clauses.join('')}${outputs}${rows.join('')}</decisionTable>`;
}

export function inputData(name: string, type: string): string {
  return `<inputData id="i_${name.replaceAll(' ', '_')}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
}

/** The model of a document that can be run. */
export async function imported(xml: string): Promise<DmnModel> {
  const model = await importDmn(xml);
  if (!model.ok) throw new Error(model.issues.map(describeIssue).join('\n'));
  return model.value;
}

/** The table of a document's top decision. */
export async function importedTable(xml: string): Promise<DecisionTable> {
  const { decisions, top } = await imported(xml);
  return decisions.find(({ id }) => id === top)?.table as DecisionTable;
}

/** The messages of a document that cannot be run. */
export async function refusal(xml: string): Promise<string[]> {
  const model = await importDmn(xml);
  return model.ok ? [] : model.issues.map(describeIssue);
}
