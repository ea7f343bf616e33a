import { checkMapping } from '../../decision/evaluate/check-mapping.ts';
import { compileTable } from '../../decision/evaluate/compile-table.ts';
import { readyMapping, type FactMapping } from '../../decision/facts/fact-mapping.ts';
import type { DecisionTable } from '../../decision/model.ts';
import type { Issue } from '../../issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts';
import type { ParameterSchema } from '../step-type.ts';
import { hasOnly, plainText } from './plain-parameter.ts';

/** The two parameters that every step with a table has. */
export const factMappingProperties: Record<'dataField' | 'fields', ParameterSchema> = {
  dataField: {
    type: 'string',
    title: 'Read facts from',
    description:
      'The field that holds the customer’s data. After a webhook it is “body”. Leave it empty to read the item itself.',
    default: '',
    'x-control': 'field',
    placeholder: 'body',
  },
  fields: {
    type: 'array',
    title: 'Field mapping',
    description:
      'Only for inputs whose value has another name in your data. All others are found by the path in the table.',
    default: [],
    items: {
      type: 'object',
      title: 'Mapping',
      properties: {
        input: {
          type: 'string',
          title: 'Input',
          description: 'Id of the table’s input.',
          minLength: 1,
          'x-control': 'input',
        },
        field: {
          type: 'string',
          title: 'Field',
          description: 'Full path of the value in the item, such as “body.customer.tier”.',
          minLength: 1,
          'x-control': 'field',
        },
      },
      required: ['input', 'field'],
    },
  },
};

/** Readers are prepared once per mapping object, so the same parameters have to give the same object. */
const mappings = new WeakMap<JsonObject, FactMapping>();

/** Reads the mapping out of a step's parameters; what is missing or odd counts as not given. */
export function factMappingOf(parameters: JsonObject): FactMapping {
  let mapping = mappings.get(parameters);
  if (mapping === undefined) mappings.set(parameters, (mapping = readyMapping(readFactMapping(parameters))));
  return mapping;
}

function readFactMapping({ dataField, fields }: JsonObject): FactMapping {
  return {
    dataField: typeof dataField === 'string' ? dataField : '',
    fields: Array.isArray(fields) ? fields.flatMap((entry) => readField(entry) ?? []) : [],
  };
}

/** The mapping as the nodes of Steward hold it. */
export function compileFactMapping(mapping: FactMapping): JsonObject {
  return {
    dataField: mapping.dataField,
    fields: mapping.fields.length === 0 ? {} : { values: mapping.fields.map((field) => ({ ...field })) },
  };
}

/** Reads the mapping back from a node's parameters; null when it holds expressions or unknown members. */
export function recognizeFactMapping(parameters: JsonObject): FactMapping | null {
  const dataField = plainText(parameters['dataField'], '');
  const collection = parameters['fields'] ?? {};
  if (dataField === null || !isJsonObject(collection) || !hasOnly(collection, ['values'])) return null;
  const values = collection['values'] ?? [];
  if (!Array.isArray(values)) return null;
  const fields = values.map(readField);
  return fields.includes(null) ? null : { dataField, fields: fields.flatMap((field) => field ?? []) };
}

function readField(entry: JsonValue): { input: string; field: string } | null {
  if (!isJsonObject(entry) || !hasOnly(entry, ['input', 'field'])) return null;
  const input = plainText(entry['input'], '');
  const field = plainText(entry['field'], '');
  return input === null || field === null ? null : { input, field };
}

/** What is wrong with a step's mapping for its table; a table that cannot run has its own issues, which are not repeated. */
export function checkStepMapping(table: DecisionTable, parameters: JsonObject): Issue[] {
  if (!compileTable(table).ok) return [];
  const issues = checkMapping(table, factMappingOf(parameters));
  return issues.map((issue) => ({ ...issue, path: ['parameters', ...issue.path] }));
}
