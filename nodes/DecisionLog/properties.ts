import type { INodeProperties } from 'n8n-workflow';
import { subjectField, toolFacts, whenHubAway } from '../shared/fields.ts';
import { pathField } from '../shared/path-field.ts';

const logging = { show: { operation: ['log'] } };

const what: INodeProperties[] = [
  {
    displayName: 'Decision',
    name: 'decisionName',
    type: 'string',
    noDataExpression: true,
    default: 'Decision',
    required: true,
    placeholder: 'e.g. Refund approval',
    displayOptions: logging,
    description: 'What is decided, in a few words; the same for every item',
  },
  {
    displayName: 'Outcome Field',
    name: 'outcomeField',
    type: 'string',
    default: 'outcome',
    required: true,
    placeholder: 'e.g. approval.outcome',
    requiresDataPath: 'single',
    displayOptions: logging,
    description:
      'Path of what was decided, from the top of the item. It is kept for good, so it must be nothing personal.',
  },
  pathField(
    'Reasons Field',
    'reasonsField',
    'e.g. approval.reasons',
    'Path of a text or a list of texts that say why. They are kept for good, so they must be nothing personal.',
    { displayOptions: logging },
  ),
];

const who: INodeProperties[] = [
  {
    displayName: 'Decided By',
    name: 'deciderKind',
    type: 'options',
    noDataExpression: true,
    displayOptions: logging,
    options: [
      { name: 'Model', value: 'model', description: 'A language model or another model of AI' },
      { name: 'Person', value: 'person', description: 'A member of staff' },
      { name: 'System', value: 'system', description: 'Any other software' },
    ],
    default: 'person',
    description: 'What kind of decider it was',
  },
  {
    displayName: 'Decider',
    name: 'deciderName',
    type: 'string',
    noDataExpression: true,
    default: '',
    placeholder: 'e.g. Refund team',
    displayOptions: logging,
    description: 'Name of who decided: a role, a model with its version, a system. It is kept for good.',
  },
  pathField(
    'Decider Field',
    'deciderField',
    'e.g. approval.role',
    'Path of the name of who decided, when it differs from item to item; it counts instead of Decider',
    { displayOptions: logging },
  ),
];

const grounds: INodeProperties[] = [
  {
    displayName: 'Inputs',
    name: 'inputs',
    type: 'fixedCollection',
    typeOptions: { multipleValues: true, sortable: true },
    displayOptions: logging,
    default: {},
    placeholder: 'Add Input',
    description: 'Values that the decision rests on; they are kept encrypted',
    options: [
      {
        displayName: 'Input',
        name: 'values',
        values: [
          {
            displayName: 'Field',
            name: 'field',
            type: 'string',
            default: '',
            placeholder: 'e.g. body.order.amount',
            requiresDataPath: 'single',
            description: 'Path of the value, from the top of the item',
          },
        ],
      },
    ],
  },
  pathField(
    'Note Field',
    'noteField',
    'e.g. approval.comment',
    'Path of a text in the words of who decided; it is kept encrypted',
    { displayOptions: logging },
  ),
];

export const properties: INodeProperties[] = [
  {
    displayName:
      'Nothing goes on before the hub has written it down. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/decision-log.md" target="_blank">What is kept, and what a queue is</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    options: [
      {
        name: 'Log Decision',
        value: 'log',
        action: 'Log a decision',
        description: 'Records a decision that a person, a model or another system has made',
      },
      {
        name: 'Send Queued Records',
        value: 'send',
        action: 'Send queued records',
        description: 'Sends the records that items carry because the hub was away',
      },
    ],
    default: 'log',
    description: 'What the node does',
  },
  ...what,
  ...who,
  ...grounds,
  { ...subjectField, displayOptions: logging },
  { ...whenHubAway, displayOptions: { show: { operation: ['log', 'send'] } } },
];
