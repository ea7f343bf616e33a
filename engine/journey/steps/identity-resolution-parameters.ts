import { identityFields } from '../../identity/model/identity-record.ts';
import { identityFieldTitles } from '../identity/identity-setting.ts';
import type { ParameterSchema, ParametersSchema } from '../step-type.ts';
import { credentialProperty, recordingProperties } from './recording.ts';

function fieldOf(
  title: string,
  description: string,
  placeholder: string,
  more: Partial<ParameterSchema> = {},
): ParameterSchema {
  return { type: 'string', title, description, default: '', 'x-control': 'field', placeholder, ...more };
}

const fromField = { property: 'operation', equals: 'match-field' } as const;

/** What the step does, with where it finds what it needs: the node's operation and its *Records* or *Known Profiles*. */
export const identityTasks = ['group-list', 'group-items', 'match-hub', 'match-field'] as const;
export type IdentityTask = (typeof identityTasks)[number];

/** What an Identity Resolution step reads, and how it is recorded. */
export const identityResolutionSchema: ParametersSchema = {
  type: 'object',
  properties: {
    operation: {
      type: 'string',
      title: 'Do',
      description: 'Find the records that are of one customer; or say of a record whether it is of somebody known.',
      default: 'group-list',
      enum: [...identityTasks],
      'x-enumTitles': [
        'Group the records of a list',
        'Group the records of a batch',
        'Match against profiles of the hub',
        'Match against a list of known records',
      ],
    },
    kind: {
      type: 'string',
      title: 'Customers are',
      description: 'Whom the records are about.',
      default: 'person',
      enum: ['person', 'company'],
      'x-enumTitles': ['People', 'Companies'],
    },
    model: {
      type: 'string',
      title: 'Own model',
      description:
        'The JSON that “steward identity train --out” wrote from records of your company; it is taken as it is. Empty: the model that Steward brings. Profiles of the hub have the hub’s model.',
      default: '',
      'x-control': 'text',
      placeholder: '{"schemaVersion": 1, …}',
    },
    listField: fieldOf('List', 'Full path of the list of records.', 'body.records', {
      'x-showWhen': { property: 'operation', equals: 'group-list' },
    }),
    keep: {
      type: 'string',
      title: 'Keep',
      description:
        'What the hub does with the record: look it up only; or keep it, in its profile, in a new one, or waiting for a person.',
      default: 'no',
      enum: ['no', 'new-and-known'],
      'x-enumTitles': ['Nothing', 'New and known'],
      'x-showWhen': { property: 'operation', equals: 'match-hub' },
    },
    knownField: fieldOf('Known records', 'Full path of the list of known records.', 'body.candidates', {
      'x-showWhen': fromField,
    }),
    profileField: fieldOf('Profile id', 'Path inside a known record of the id of its profile.', 'profileId', {
      default: 'profileId',
      'x-showWhen': fromField,
    }),
    dataField: fieldOf(
      'Record',
      'Full path of the record, such as “body” after a Webhook; empty: the customer’s item itself. Not read where records are a list.',
      'body',
    ),
    identityFields: {
      type: 'array',
      title: 'Fields',
      description: 'Which field of a record means what. Leave it empty to let names and values tell.',
      default: [],
      items: {
        type: 'object',
        title: 'Field',
        properties: {
          identity: {
            type: 'string',
            title: 'Means',
            description: 'What the value says of the customer.',
            default: 'email',
            enum: [...identityFields],
            'x-enumTitles': identityFields.map((field) => identityFieldTitles[field]),
          },
          field: {
            type: 'string',
            title: 'Field',
            description: 'Path of the value inside the record.',
            minLength: 1,
            'x-control': 'field',
          },
        },
        required: ['identity', 'field'],
      },
    },
    idField: fieldOf('Id', 'Path inside a record of its id in the system that it comes from.', 'id', { default: 'id' }),
    sourceField: fieldOf('Source', 'Path inside a record of the name of that system.', 'system'),
    updatedField: fieldOf(
      'Updated',
      'Path inside a record of the moment of its last change; the latest values survive.',
      'updatedAt',
    ),
    region: {
      type: 'string',
      title: 'Region',
      description: 'Country of phone numbers and dates that do not say it, as two letters.',
      default: '',
      placeholder: 'DE',
    },
    ...recordingProperties,
    // Needed for the profiles of the hub, too.
    credential: credentialProperty,
  },
  required: ['operation'],
  additionalProperties: false,
};
