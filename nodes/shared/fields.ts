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

/** Whether decisions go into the ledger of a hub; the credential is asked for when they do. */
export const recordDecisions: INodeProperties = {
  displayName: 'Record Decisions',
  name: 'record',
  type: 'options',
  noDataExpression: true,
  options: [
    {
      name: 'In the Ledger of a Hub',
      value: 'hub',
      description: 'Nothing goes on before the hub has written the decision down; needs a credential',
    },
    { name: 'No', value: 'off', description: 'The decision stands in the item alone' },
  ],
  default: 'off',
  description: 'Whether decisions are kept in the ledger, where they can be looked up, explained and proved',
};

/** Whom decisions are about, for the ledger. */
export const subjectField: INodeProperties = {
  displayName: 'Subject Field',
  name: 'subjectField',
  type: 'string',
  default: '',
  placeholder: 'e.g. body.customer.number',
  requiresDataPath: 'single',
  displayOptions: { show: { record: ['hub'] } },
  description:
    'Path of the text or number that says whom the decision is about, so that it can be found and erased under that name. It is kept encrypted. Leave it empty when the decision is about nobody; an item without a value there fails.',
};

/** What happens when decisions cannot be recorded. */
export const whenHubAway: INodeProperties = {
  displayName: 'When the Hub Is Away',
  name: 'whenHubAway',
  type: 'options',
  noDataExpression: true,
  displayOptions: { show: { record: ['hub'] } },
  options: [
    {
      name: 'Continue and Queue',
      value: 'queue',
      description:
        'The item goes on marked as unrecorded and carries its record, to be sent later by a Decision Log node',
    },
    { name: 'Stop with an Error', value: 'stop', description: 'Nothing takes effect that is not recorded' },
  ],
  default: 'stop',
  description: 'What happens when the hub does not answer, or says that it cannot serve now',
};

/** The facts of one call when an AI agent uses the node as a tool; other workflows never see it. */
export const toolFacts: INodeProperties = {
  displayName: 'Facts',
  name: 'facts',
  type: 'json',
  default: "={{ $fromAI('facts', 'The facts of the case, as one JSON object', 'json') }}",
  displayOptions: { show: { '@tool': [true] } },
  description: 'The facts of the case as a JSON object; by default the agent fills them in',
};
