import type { INodeProperties } from 'n8n-workflow';
import { exampleTable } from '../shared/example-tables.ts';
import { dataField, fieldMapping, tableField, toolFacts } from '../shared/fields.ts';

export const properties: INodeProperties[] = [
  {
    displayName:
      'The first row that matches decides. Every decision is kept with its reason under <code>steward.decisions</code>. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/decision-table.md" target="_blank">How to write a table</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  tableField(JSON.stringify(exampleTable, null, 2)),
  dataField,
  fieldMapping,
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
    description: 'What happens to an item that the table says nothing about',
  },
];
