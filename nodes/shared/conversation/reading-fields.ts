import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { languageTitles, textLanguages } from '../../../engine/index.ts';

const languages: INodePropertyOptions[] = [
  { name: 'Detect', value: 'auto', description: 'For each message by itself' },
  ...textLanguages
    .map((value) => ({ name: languageTitles[value], value }))
    .sort((one, other) => (one.name < other.name ? -1 : 1)),
];

/** How texts are read, for every node that reads some. */
export const readingFields: INodeProperties[] = [
  {
    displayName: 'Language',
    name: 'language',
    type: 'options',
    noDataExpression: true,
    options: languages,
    default: 'auto',
    description: 'The language of the messages',
  },
  {
    displayName: 'Own Labels',
    name: 'overlay',
    type: 'string',
    typeOptions: { rows: 4 },
    noDataExpression: true,
    default: '',
    placeholder: 'e.g. {"schemaVersion": 1, …}',
    description:
      'What the text model has learned from labelled messages of your company: the JSON that <code>steward sentiment adapt</code> wrote. Leave it empty for the text model as it is.',
  },
];
