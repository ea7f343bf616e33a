import type { INodeProperties } from 'n8n-workflow';
import { recordDecisions, subjectField, toolFacts, whenHubAway } from '../shared/fields.ts';

export const properties: INodeProperties[] = [
  {
    displayName:
      'Each item leaves through the first case whose test its field passes, or through Otherwise. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/branch.md" target="_blank">How to write a test</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  {
    displayName: 'Field',
    name: 'field',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. body.order.amount',
    requiresDataPath: 'single',
    description:
      'Path of the value from the top of the item, such as <code>items.0.sku</code>. You can drag a field here from the input panel.',
  },
  {
    displayName: 'Type of Value',
    name: 'valueType',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Boolean', value: 'boolean' },
      { name: 'Date', value: 'date', description: 'Such as 2026-11-22' },
      { name: 'Date and Time', value: 'date-time', description: 'Such as 2026-11-22T08:30:00Z' },
      { name: 'Duration in Days and Time', value: 'day-time-duration', description: 'Such as P3DT12H' },
      { name: 'Duration in Years and Months', value: 'year-month-duration', description: 'Such as P1Y6M' },
      { name: 'List', value: 'list' },
      { name: 'Number', value: 'number' },
      { name: 'String', value: 'string' },
      { name: 'Time', value: 'time', description: 'Such as 08:30:00' },
    ],
    default: 'string',
    description: 'A value of another type is an error, not a silent mismatch',
  },
  {
    displayName: 'Cases',
    name: 'cases',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    default: {},
    placeholder: 'Add Case',
    noDataExpression: true,
    description: 'Outputs of the node, from the top; the first one whose test passes takes the item',
    options: [
      {
        displayName: 'Case',
        name: 'values',
        values: [
          {
            displayName: 'Label',
            name: 'label',
            type: 'string',
            default: '',
            placeholder: 'e.g. Large',
            noDataExpression: true,
            description: 'Name of the output',
          },
          {
            displayName: 'Test',
            name: 'test',
            type: 'string',
            default: '',
            placeholder: 'e.g. >= 1000',
            noDataExpression: true,
            description:
              'What the value must be: <code>&gt;= 1000</code>, <code>[18..65)</code>, <code>"gold","platinum"</code>, <code>not("x")</code>, <code>true</code>, or <code>-</code> for anything',
          },
        ],
      },
    ],
  },
  recordDecisions,
  subjectField,
  whenHubAway,
];
