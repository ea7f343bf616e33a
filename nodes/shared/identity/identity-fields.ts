import type { INodeProperties } from 'n8n-workflow';
import { identityFields, identityFieldTitles } from '../../../engine/index.ts';

/** Which member of a record means which field, where names do not tell. */
export const identityMapping: INodeProperties = {
  displayName: 'Identity Fields',
  name: 'identityFields',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true, sortable: true },
  default: {},
  placeholder: 'Add Field',
  description:
    'Which field of a record means what. Leave it empty to let names and values tell: a column called "plz" is a postcode, one full of e-mail addresses is an e-mail.',
  options: [
    {
      displayName: 'Field',
      name: 'values',
      values: [
        {
          displayName: 'Means',
          name: 'identity',
          type: 'options',
          noDataExpression: true,
          options: identityFields
            .map((value) => ({ name: identityFieldTitles[value], value }))
            .sort((one, other) => (one.name < other.name ? -1 : 1)),
          default: 'email',
          description: 'What the value says of the customer',
        },
        {
          displayName: 'Field',
          name: 'field',
          type: 'string',
          default: '',
          placeholder: 'e.g. contact.mail',
          requiresDataPath: 'single',
          description: 'Path of the value inside the record',
        },
      ],
    },
  ],
};
