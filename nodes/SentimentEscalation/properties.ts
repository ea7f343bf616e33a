import type { INodeProperties } from 'n8n-workflow';
import { defaultEscalationPack } from '../../engine/index.ts';
import { tablePacks } from '../../rules/index.ts';
import { messageFields } from '../shared/conversation/message-fields.ts';
import { readingFields } from '../shared/conversation/reading-fields.ts';
import {
  dataField,
  fieldMapping,
  recordDecisions,
  subjectField,
  tableField,
  toolFacts,
  whenHubAway,
} from '../shared/fields.ts';

const whenAsked = { show: { doubt: ['model'] } };

const rules: INodeProperties[] = [
  {
    displayName: 'Rules',
    name: 'rules',
    type: 'options',
    noDataExpression: true,
    options: [
      { name: 'Rule Pack', value: 'pack', description: 'A documented table that comes with Steward' },
      {
        name: 'Own Table',
        value: 'table',
        description: 'A decision table with an output called outcome: continue, escalate or urgent',
      },
    ],
    default: 'pack',
    description: 'What decides, once the texts are read. Distress is urgent whatever the table says.',
  },
  {
    displayName: 'Rule Pack',
    name: 'pack',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { rules: ['pack'] } },
    options: [
      {
        name: 'Escalation',
        value: defaultEscalationPack,
        description: 'Distress, danger, threats, vulnerability, falling mood, silence, repeated contact and value',
      },
    ],
    default: defaultEscalationPack,
    description: 'The table that decides',
  },
  tableField(JSON.stringify(tablePacks[defaultEscalationPack]?.table ?? {}, null, 2), { show: { rules: ['table'] } }),
];

const doubt: INodeProperties[] = [
  {
    displayName: 'When in Doubt',
    name: 'doubt',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Ask a Chat Model',
        value: 'model',
        description: 'Adds an input for one. Personal data is taken out before anything is sent to it.',
      },
      { name: 'Go by the Table', value: 'rules', description: 'Nothing leaves this node' },
    ],
    default: 'rules',
    description: 'What happens where the text allows more than one outcome. Urgent is never in doubt.',
  },
  {
    displayName: 'Time Limit (Seconds)',
    name: 'modelSeconds',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 120 },
    noDataExpression: true,
    displayOptions: whenAsked,
    default: 10,
    description: 'For one answer of the chat model; after it the table decides',
  },
  {
    displayName: 'Questions per Execution',
    name: 'modelQuestions',
    type: 'number',
    typeOptions: { minValue: 0, maxValue: 1000 },
    noDataExpression: true,
    displayOptions: whenAsked,
    default: 20,
    description: 'How often the chat model is asked at most; after that the table decides',
  },
];

export const properties: INodeProperties[] = [
  {
    displayName:
      'Each item leaves through the output of its outcome, with every score and its words under <code>escalation</code>. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/sentiment-escalation.md" target="_blank">What is noticed, and how it decides</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  ...messageFields,
  ...rules,
  dataField,
  fieldMapping,
  ...readingFields,
  ...doubt,
  recordDecisions,
  subjectField,
  whenHubAway,
];
