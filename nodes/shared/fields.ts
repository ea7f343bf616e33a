import type { INodeProperties } from 'n8n-workflow';

/** Where the facts are, for every node that reads fields by name. */
export const dataField: INodeProperties = {
  displayName: 'Read Fields From',
  name: 'dataField',
  type: 'string',
  default: '',
  placeholder: 'e.g. body',
  requiresDataPath: 'single',
  description:
    'Path of the object inside the item that holds the facts, such as <code>body</code> after a Webhook. Leave it empty when the item itself holds them.',
};

/** Inputs that are kept elsewhere than the table says. */
export const fieldMapping: INodeProperties = {
  displayName: 'Field Mapping',
  name: 'fields',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  default: {},
  placeholder: 'Add Field',
  description:
    'Where to find an input that your data keeps under another name. Inputs that are not listed here are read at the path that the table gives them.',
  options: [
    {
      displayName: 'Field',
      name: 'values',
      values: [
        {
          displayName: 'Input',
          name: 'input',
          type: 'string',
          default: '',
          placeholder: 'e.g. amount',
          noDataExpression: true,
          description: 'ID of the input in the table',
        },
        {
          displayName: 'Field',
          name: 'field',
          type: 'string',
          default: '',
          placeholder: 'e.g. body.order.total',
          requiresDataPath: 'single',
          description:
            'Path of the value from the top of the item, such as <code>items.0.sku</code>. You can drag a field here from the input panel.',
        },
      ],
    },
  ],
};

/** A decision table as JSON text; `example` is its default, so that the form is seen at once. */
export function tableField(example: string, displayOptions: INodeProperties['displayOptions'] = {}): INodeProperties {
  return {
    displayName: 'Table',
    name: 'table',
    type: 'json',
    typeOptions: { rows: 16 },
    default: example,
    noDataExpression: true,
    displayOptions,
    description:
      'A Steward decision table as JSON. The first row, from the top, whose conditions all hold decides. Draw and test it in the Steward designer, then paste it here.',
  };
}

/** The facts of one call when an AI agent uses the node as a tool; other workflows never see it. */
export const toolFacts: INodeProperties = {
  displayName: 'Facts',
  name: 'facts',
  type: 'json',
  default: "={{ $fromAI('facts', 'The facts of the case, as one JSON object', 'json') }}",
  displayOptions: { show: { '@tool': [true] } },
  description: 'The facts of the case as a JSON object; by default the agent fills them in',
};
