import type { INodeProperties } from 'n8n-workflow';
import { exampleRiskTable } from '../shared/example-tables.ts';
import {
  dataField,
  fieldMapping,
  recordDecisions,
  subjectField,
  tableField,
  toolFacts,
  whenHubAway,
} from '../shared/fields.ts';

export const properties: INodeProperties[] = [
  {
    displayName:
      'Each item leaves through the output of its level, with its level, reasons and duties under <code>steward.risk</code>. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/risk-classification.md" target="_blank">Which fields are read, and what the levels mean</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  {
    displayName: 'Rules',
    name: 'rules',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Rule Pack', value: 'pack', description: 'A documented set of rules that comes with Steward' },
      { name: 'Own Table', value: 'table', description: 'A decision table with an output called level' },
    ],
    default: 'pack',
    description: 'Where the levels come from',
  },
  {
    displayName: 'Rule Pack',
    name: 'pack',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { rules: ['pack'] } },
    options: [
      {
        name: 'Automated Decision Risk',
        value: 'automated-decision-risk',
        description: 'EU AI Act Articles 5, 6 and 50, GDPR Article 22, and reputational grounds',
      },
    ],
    default: 'automated-decision-risk',
    description: 'The rules that find the level',
  },
  tableField(JSON.stringify(exampleRiskTable, null, 2), { show: { rules: ['table'] } }),
  dataField,
  fieldMapping,
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
      {
        name: 'Treat as High',
        value: 'high',
        description: 'The item leaves as high, and its reason says that no row matched',
      },
    ],
    default: 'error',
    description: 'What happens to an item that the rules say nothing about',
  },
  recordDecisions,
  subjectField,
  whenHubAway,
];
