import { fullLanguages } from '../../sentiment/model/language.ts';
import { languageTitles } from '../conversation/escalation-setting.ts';
import { briefCharacters } from '../conversation/handoff-setting.ts';
import type { ParameterSchema, ParametersSchema } from '../step-type.ts';
import { messageProperties } from './message-parameters.ts';
import { readingProperties } from './reading-parameters.ts';

/** Texts that the node has under the same names, with its own defaults, which n8n leaves out of its JSON. */
export const handoffTexts = {
  dataField: '',
  customerField: '',
  promisesField: '',
  failedField: '',
  jsonField: 'handoff.brief',
  markdownField: 'handoff.markdown',
  htmlField: '',
} as const;

function field(
  name: keyof typeof handoffTexts,
  title: string,
  description: string,
  placeholder: string,
): ParameterSchema {
  return { type: 'string', title, description, default: handoffTexts[name], 'x-control': 'field', placeholder };
}

function place(name: keyof typeof handoffTexts, form: string): ParameterSchema {
  return {
    type: 'string',
    title: `Put ${form} in`,
    description: `The field that gets the brief as ${form}. Empty: it is not written.`,
    default: handoffTexts[name],
    placeholder: `handoff.${form.toLowerCase()}`,
  };
}

/** What an Agent Handoff step reads, and where the brief goes. */
export const agentHandoffSchema: ParametersSchema = {
  type: 'object',
  properties: {
    ...messageProperties,
    dataField: field(
      'dataField',
      'Read facts from',
      'The field that holds the customer’s data, such as “body” after a Webhook; empty: the item itself.',
      'body',
    ),
    customerField: field(
      'customerField',
      'Customer',
      'Full path of the record of the customer. What is not there is said to be unknown.',
      'body.customer',
    ),
    promisesField: field(
      'promisesField',
      'Promises',
      'Full path of a list of promises that were made elsewhere. Those in the messages are found.',
      'body.promises',
    ),
    failedField: field(
      'failedField',
      'Failed attempts',
      'Full path of a list of what was tried without success.',
      'body.attempts',
    ),
    ...readingProperties,
    briefLanguage: {
      type: 'string',
      title: 'Language of the brief',
      description: 'Of the person who takes over. What the customer wrote stays as it is.',
      default: 'en',
      enum: [...fullLanguages],
      'x-enumTitles': fullLanguages.map((language) => languageTitles[language]),
    },
    maxCharacters: {
      type: 'integer',
      title: 'Longest brief (characters)',
      description: 'As Markdown. What matters least is left out first, and the brief says so.',
      default: briefCharacters.usual,
      minimum: briefCharacters.least,
      maximum: briefCharacters.most,
    },
    jsonField: place('jsonField', 'JSON'),
    markdownField: place('markdownField', 'Markdown'),
    htmlField: place('htmlField', 'HTML'),
  },
  required: ['messagesFrom'],
  additionalProperties: false,
};
