import type { INodeProperties } from 'n8n-workflow';
import { dataField, recordDecisions, subjectField, toolFacts, whenHubAway } from '../shared/fields.ts';
import { identityMapping } from '../shared/identity/identity-fields.ts';
import { pathField } from '../shared/path-field.ts';

const whenMatching = { show: { operation: ['match'] } };
const whenGrouping = { show: { operation: ['group'] } };

const what: INodeProperties[] = [
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Group Records of This Batch',
        value: 'group',
        action: 'Group records of this batch',
        description: 'Finds the records that are of one customer, and makes one profile of them',
      },
      {
        name: 'Match Against Known Profiles',
        value: 'match',
        action: 'Match against known profiles',
        description: 'Says of each record whether it is of somebody known, of somebody new, or in doubt',
      },
    ],
    default: 'group',
    description: 'What the node does',
  },
  {
    displayName: 'Customers Are',
    name: 'kind',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Companies', value: 'company', description: 'Recognized by name, address, and contact data' },
      { name: 'People', value: 'person', description: 'Recognized by name, birth date, address, and contact data' },
    ],
    default: 'person',
    description: 'Whom the records are about',
  },
  {
    displayName: 'Records',
    name: 'recordsFrom',
    type: 'options',
    noDataExpression: true,
    displayOptions: whenGrouping,
    options: [
      { name: 'A List in Each Item', value: 'list', description: 'Each item is resolved by itself and goes on' },
      { name: 'Each Item Is One', value: 'items', description: 'One item goes on for each profile' },
    ],
    default: 'items',
    description: 'Where the records are',
  },
  pathField('List Field', 'listField', 'e.g. body.records', 'Path of the list of records inside the item', {
    required: true,
    displayOptions: { show: { operation: ['group'], recordsFrom: ['list'] } },
  }),
];

const ownModel: INodeProperties = {
  displayName: 'Own Model',
  name: 'model',
  type: 'string',
  typeOptions: { rows: 4 },
  noDataExpression: true,
  default: '',
  placeholder: 'e.g. {"schemaVersion": 1, …}',
  description:
    'The JSON that <code>steward identity train --out</code> wrote from records of your company; it is taken as it is. Leave it empty for the model that Steward brings.',
};

/** Profiles of the hub are compared by the hub's own model. */
const ownModels: INodeProperties[] = [
  { ...ownModel, displayOptions: whenGrouping },
  { ...ownModel, displayOptions: { show: { operation: ['match'], knownFrom: ['field', 'input'] } } },
];

const known: INodeProperties[] = [
  {
    displayName: 'Known Profiles',
    name: 'knownFrom',
    type: 'options',
    noDataExpression: true,
    displayOptions: whenMatching,
    options: [
      { name: 'A List in the Item', value: 'field', description: 'Records that a node before this one has found' },
      { name: 'Hub', value: 'hub', description: 'Profiles that the hub keeps; needs a credential' },
      { name: 'Second Input', value: 'input', description: 'Records of another branch of the workflow' },
    ],
    default: 'hub',
    description: 'Where the profiles are that are known',
  },
  {
    displayName: 'Keep',
    name: 'keep',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { operation: ['match'], knownFrom: ['hub'] } },
    options: [
      {
        name: 'New and Known',
        value: 'new-and-known',
        description: 'A known record joins its profile, a new one begins a profile, a doubtful one waits for a person',
      },
      { name: 'Nothing', value: 'no', description: 'Records are only looked up' },
    ],
    default: 'no',
    description: 'What the hub does with the records',
  },
  pathField(
    'Known Records Field',
    'knownField',
    'e.g. candidates',
    'Path of the list of known records inside the item',
    {
      required: true,
      displayOptions: { show: { operation: ['match'], knownFrom: ['field'] } },
    },
  ),
  pathField('Profile Field', 'profileField', 'e.g. customerId', 'Path inside a known record of the ID of its profile', {
    default: 'profileId',
    required: true,
    displayOptions: { show: { operation: ['match'], knownFrom: ['field', 'input'] } },
  }),
];

const reading: INodeProperties[] = [
  dataField,
  identityMapping,
  pathField('ID Field', 'idField', 'e.g. id', 'Path inside a record of its ID in the system that it comes from', {
    default: 'id',
  }),
  pathField(
    'Source Field',
    'sourceField',
    'e.g. system',
    'Path inside a record of the name of the system that it comes from',
  ),
  pathField(
    'Updated Field',
    'updatedField',
    'e.g. updatedAt',
    'Path inside a record of the moment of its last change; the latest values survive',
  ),
  {
    displayName: 'Region',
    name: 'region',
    type: 'string',
    noDataExpression: true,
    default: '',
    placeholder: 'e.g. DE',
    description: 'Country of phone numbers and dates that do not say it, as two letters',
  },
];

export const properties: INodeProperties[] = [
  {
    displayName:
      'Doubt is an output of its own, with the evidence for a person. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/identity-resolution.md" target="_blank">How customers are recognized</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  ...what,
  ...known,
  ...ownModels,
  ...reading,
  recordDecisions,
  subjectField,
  whenHubAway,
];
