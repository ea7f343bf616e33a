import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fullLanguages, languageTitles } from '../../engine/index.ts';
import { messageFields } from '../shared/conversation/message-fields.ts';
import { readingFields } from '../shared/conversation/reading-fields.ts';
import { dataField, toolFacts } from '../shared/fields.ts';
import { pathField } from '../shared/path-field.ts';

const languages: INodePropertyOptions[] = fullLanguages
  .map((value) => ({ name: languageTitles[value], value }))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

const known: INodeProperties[] = [
  dataField,
  pathField(
    'Customer Field',
    'customerField',
    'e.g. body.customer',
    'Path of the record of the customer inside the item. Fields are recognized by their names; what is not there is said to be unknown.',
  ),
  pathField(
    'Promises Field',
    'promisesField',
    'e.g. crm.promises',
    'Path of a list of promises that were made elsewhere, each with text, by, at and due. Promises in the messages are found.',
  ),
  pathField(
    'Failed Attempts Field',
    'failedField',
    'e.g. attempts',
    'Path of a list of what was tried without success, each with what, at and why',
  ),
];

const brief: INodeProperties[] = [
  {
    displayName: 'Language of the Brief',
    name: 'briefLanguage',
    type: 'options',
    noDataExpression: true,
    options: languages,
    default: 'en',
    description: 'The language of the person who takes over. What the customer wrote stays as it is.',
  },
  {
    displayName: 'Longest Brief (Characters)',
    name: 'maxCharacters',
    type: 'number',
    typeOptions: { minValue: 1000, maxValue: 100000 },
    noDataExpression: true,
    default: 8000,
    description: 'As Markdown. What matters least is left out first, and the brief says so.',
  },
  pathField('Put JSON In', 'jsonField', 'e.g. handoff.brief', 'Path of the field that gets the brief as an object', {
    default: 'handoff.brief',
  }),
  pathField('Put Markdown In', 'markdownField', 'e.g. handoff.markdown', 'Path of the field that gets it as Markdown', {
    default: 'handoff.markdown',
  }),
  pathField('Put HTML In', 'htmlField', 'e.g. handoff.html', 'Path of the field that gets it as a page of HTML'),
];

export const properties: INodeProperties[] = [
  {
    displayName:
      'The brief holds nothing that is not in the messages, the record, or the decisions of the item. <a href="https://github.com/steward-journeys/n8n-nodes-steward/blob/main/docs/nodes/agent-handoff.md" target="_blank">What stands in a brief</a>',
    name: 'notice',
    type: 'notice',
    default: '',
  },
  toolFacts,
  ...messageFields,
  ...known,
  ...readingFields,
  ...brief,
];
