import { deciderKinds } from '../recording/log-decision.ts';
import type { ParameterSchema, ParametersSchema } from '../step-type.ts';
import { credentialProperty, subjectProperty, whenHubAwayProperty } from './recording.ts';

const whenLogging = { property: 'operation', equals: 'log' } as const;

function fieldOf(title: string, description: string, placeholder: string): ParameterSchema {
  return {
    type: 'string',
    title,
    description,
    default: '',
    'x-control': 'field',
    placeholder,
    'x-showWhen': whenLogging,
  };
}

/** What a Decision Log step reads of a decision, and how it records it. */
export const decisionLogSchema: ParametersSchema = {
  type: 'object',
  properties: {
    operation: {
      type: 'string',
      title: 'Do',
      description: 'Record a decision that was made before this step; or send records that wait in the item.',
      default: 'log',
      enum: ['log', 'send'],
      'x-enumTitles': ['Log a decision', 'Send queued records'],
    },
    decisionName: {
      type: 'string',
      title: 'Decision',
      description: 'What is decided, in a few words.',
      default: 'Decision',
      minLength: 1,
      placeholder: 'Refund approval',
      'x-showWhen': whenLogging,
    },
    outcomeField: {
      ...fieldOf(
        'Outcome',
        'Full path of what was decided. It is kept for good, so nothing personal may stand there.',
        'body.approval.outcome',
      ),
      default: 'outcome',
      minLength: 1,
    },
    reasonsField: fieldOf(
      'Reasons',
      'Full path of a text or a list of texts that say why. They are kept for good, too.',
      'body.approval.reasons',
    ),
    deciderKind: {
      type: 'string',
      title: 'Decided by',
      description: 'What kind of decider it was.',
      default: 'person',
      enum: [...deciderKinds],
      'x-enumTitles': ['A person', 'A model', 'Another system'],
      'x-showWhen': whenLogging,
    },
    deciderName: {
      type: 'string',
      title: 'Decider',
      description: 'A role, a model with its version, or a system. It is kept for good.',
      default: '',
      placeholder: 'Refund team',
      'x-showWhen': whenLogging,
    },
    deciderField: fieldOf(
      'Decider from field',
      'Full path of the decider’s name, when it differs from customer to customer.',
      'body.approval.role',
    ),
    inputs: {
      type: 'array',
      title: 'Inputs',
      description: 'Values that the decision rests on. They are kept encrypted.',
      default: [],
      'x-showWhen': whenLogging,
      items: {
        type: 'object',
        title: 'Input',
        properties: {
          field: {
            type: 'string',
            title: 'Field',
            description: 'Full path of the value, such as “body.order.amount”.',
            minLength: 1,
            'x-control': 'field',
          },
        },
        required: ['field'],
      },
    },
    noteField: fieldOf(
      'Note',
      'Full path of a text in the decider’s own words. It is kept encrypted.',
      'body.approval.comment',
    ),
    credential: credentialProperty,
    subjectField: { ...subjectProperty, 'x-showWhen': whenLogging },
    whenHubAway: whenHubAwayProperty,
  },
  required: ['operation'],
  additionalProperties: false,
};
