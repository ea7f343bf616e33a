import type { INodeProperties } from 'n8n-workflow';
import { exampleTable } from '../shared/example-tables.ts';
import {
  dataField,
  fieldMapping,
  recordDecisions,
  subjectField,
  tableField,
  toolFacts,
  whenHubAway,
} from '../shared/fields.ts';
import { tablePackOptions } from '../shared/pack-setting.ts';

const rules: INodeProperties[] = [
  {
    displayName: 'Rules',
    name: 'rules',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'DMN File', value: 'dmn', description: 'A decision of a DMN model (1.3 to 1.5), as XML' },
      { name: 'Own Table', value: 'table', description: 'A decision table of Steward, as JSON' },
      { name: 'Rule Pack', value: 'pack', description: 'A documented table that comes with Steward' },
    ],
    default: 'table',
    description: 'Where the rules come from',
  },
  {
    displayName: 'Rule Pack',
    name: 'pack',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { rules: ['pack'] } },
    options: tablePackOptions,
    default: 'refund-goodwill-limits',
    description: 'The table that decides',
  },
  tableField(JSON.stringify(exampleTable, null, 2), { show: { rules: ['table'] } }),
  {
    displayName: 'DMN Source',
    name: 'dmnSource',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { rules: ['dmn'] } },
    options: [
      { name: 'File of the First Item', value: 'file', description: 'A file that a node before this one has read' },
      { name: 'Text', value: 'text', description: 'XML in this node' },
    ],
    default: 'text',
    description: 'Where the DMN model is',
  },
  {
    displayName: 'DMN',
    name: 'dmn',
    type: 'string',
    typeOptions: { rows: 8 },
    noDataExpression: true,
    displayOptions: { show: { rules: ['dmn'], dmnSource: ['text'] } },
    default: '',
    placeholder: 'e.g. <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/">',
    description: 'The XML of the DMN file',
  },
  {
    displayName: 'Input Binary Field',
    name: 'dmnField',
    type: 'string',
    noDataExpression: true,
    displayOptions: { show: { rules: ['dmn'], dmnSource: ['file'] } },
    default: 'data',
    hint: 'The name of the input binary field containing the DMN file',
    description: 'Name of the field of the first item that holds the DMN file; it is read once and decides all items',
  },
  {
    displayName: 'Decision',
    name: 'decision',
    type: 'string',
    noDataExpression: true,
    displayOptions: { show: { rules: ['dmn'] } },
    default: '',
    placeholder: 'e.g. Routing',
    description: 'Name or ID of the decision in the DMN file; empty for the one that no other decision needs',
  },
];

const placing: INodeProperties[] = [
  {
    displayName: 'Put Outcome In',
    name: 'outputField',
    type: 'string',
    default: 'decision',
    placeholder: 'e.g. decision',
    noDataExpression: true,
    description:
      'Path of the field that gets the outcome, such as <code>order.decision</code>. Leave it empty to put each output into the item itself.',
  },
  {
    displayName: 'Several Outcomes',
    name: 'several',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'As Items', value: 'items', description: 'One item goes on for each outcome' },
      { name: 'As List', value: 'list', description: 'The field gets the list of outcomes' },
    ],
    default: 'list',
    description: 'What happens where the hit policy of the table gives several outcomes for one item',
  },
  {
    displayName: 'Outputs',
    name: 'route',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'One', value: 'one', description: 'All items go on through the same output' },
      { name: 'One per Outcome', value: 'outcome', description: 'A result of the table chooses the output' },
    ],
    default: 'one',
    description: 'Which ways lead on from this node',
  },
  {
    displayName: 'Choose Output By',
    name: 'routeOutput',
    type: 'string',
    noDataExpression: true,
    displayOptions: { show: { route: ['outcome'] } },
    default: '',
    required: true,
    placeholder: 'e.g. handling',
    description: 'ID of the result of the table whose value chooses the output',
  },
  {
    displayName: 'Outcomes',
    name: 'outcomes',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    displayOptions: { show: { route: ['outcome'] } },
    default: {},
    placeholder: 'Add Outcome',
    noDataExpression: true,
    description: 'Values that have an output of their own, from the top; everything else leaves through Otherwise',
    options: [
      {
        displayName: 'Outcome',
        name: 'values',
        values: [
          {
            displayName: 'Value',
            name: 'value',
            type: 'string',
            default: '',
            placeholder: 'e.g. review',
            noDataExpression: true,
            description: 'The value as it stands in the table, without quotes',
          },
        ],
      },
    ],
  },
];

const edges: INodeProperties[] = [
  {
    displayName: 'When No Row Matches',
    name: 'noMatch',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Stop with an Error',
        value: 'error',
        description: 'The item fails, and its error says that no row matched',
      },
      { name: 'Continue Without Outcome', value: 'continue', description: 'The item goes on with an outcome of null' },
    ],
    default: 'error',
    description: 'What happens to an item that the table says nothing about, and that gives no default',
  },
  {
    displayName: 'Decide As Of',
    name: 'dayField',
    type: 'string',
    default: '',
    placeholder: 'e.g. order.placedAt',
    requiresDataPath: 'single',
    description:
      'Path of the date by which rows with days of validity count. Leave it empty for the day of the execution, in the time zone of the workflow.',
  },
];

export const properties: INodeProperties[] = [
  {
    displayName:
      'The table decides each item, and every decision is kept with its reason under <code>steward.decisions</code>. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/decision-table.md" target="_blank">How to write a table</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  ...rules,
  dataField,
  fieldMapping,
  ...placing,
  ...edges,
  recordDecisions,
  subjectField,
  whenHubAway,
];
