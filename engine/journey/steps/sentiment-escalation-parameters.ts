import { defaultEscalationPack } from '../conversation/escalation-setting.ts';
import type { ParametersSchema } from '../step-type.ts';
import { factMappingProperties } from './fact-mapping.ts';
import { messageProperties } from './message-parameters.ts';
import { readingProperties } from './reading-parameters.ts';
import { recordingProperties } from './recording.ts';

const whenAsked = { property: 'doubt', equals: 'model' } as const;

/** What a Sentiment Escalation step reads, by which table it decides, and how that is recorded. */
export const sentimentEscalationSchema: ParametersSchema = {
  type: 'object',
  properties: {
    ...messageProperties,
    rules: {
      type: 'string',
      title: 'Rules',
      description: 'Steward’s documented rule pack, or a table of your own. Distress is urgent whatever it says.',
      default: 'pack',
      enum: ['pack', 'table'],
      'x-enumTitles': ['Rule pack', 'Own table'],
    },
    pack: {
      type: 'string',
      title: 'Rule pack',
      description: 'Every row names the law or the standard that it rests on.',
      default: defaultEscalationPack,
      enum: [defaultEscalationPack],
      'x-enumTitles': ['Escalation'],
      'x-showWhen': { property: 'rules', equals: 'pack' },
    },
    table: {
      type: 'string',
      title: 'Table',
      description: 'A table with an output “outcome” that says continue, escalate or urgent.',
      default: '',
      minLength: 1,
      'x-control': 'table',
      'x-showWhen': { property: 'rules', equals: 'table' },
    },
    ...factMappingProperties,
    ...readingProperties,
    doubt: {
      type: 'string',
      title: 'When in doubt',
      description:
        'Where the text allows more than one outcome: go by the table, or ask a chat model, to which personal data is never sent.',
      default: 'rules',
      enum: ['rules', 'model'],
      'x-enumTitles': ['Go by the table', 'Ask a chat model'],
    },
    modelSeconds: {
      type: 'number',
      title: 'Time limit (seconds)',
      description: 'For one answer of the chat model; after it the table decides.',
      default: 10,
      minimum: 1,
      maximum: 120,
      'x-showWhen': whenAsked,
    },
    modelQuestions: {
      type: 'integer',
      title: 'Questions per execution',
      description: 'How often the chat model is asked at most; after that the table decides.',
      default: 20,
      minimum: 0,
      maximum: 1000,
      'x-showWhen': whenAsked,
    },
    ...recordingProperties,
  },
  required: ['messagesFrom', 'rules'],
  additionalProperties: false,
};
