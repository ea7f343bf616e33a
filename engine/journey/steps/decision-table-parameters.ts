import type { ParametersSchema } from '../step-type.ts';
import { factMappingProperties } from './fact-mapping.ts';
import { recordingProperties } from './recording.ts';

/** The pack that a new step holds until somebody chooses. */
export const defaultTablePack = 'refund-goodwill-limits';

/** Where the rules of a Decision Table step come from, and what becomes of its outcome. */
export const decisionTableSchema: ParametersSchema = {
  type: 'object',
  properties: {
    rules: {
      type: 'string',
      title: 'Rules',
      description: 'A table of this journey, or a documented rule pack.',
      default: 'table',
      enum: ['table', 'pack'],
      'x-enumTitles': ['Own table', 'Rule pack'],
    },
    table: {
      type: 'string',
      title: 'Table',
      description: 'The table that decides.',
      default: '',
      minLength: 1,
      'x-control': 'table',
      'x-showWhen': { property: 'rules', equals: 'table' },
    },
    pack: {
      type: 'string',
      title: 'Rule pack',
      description: 'Every row of a pack names the law or the policy that it rests on.',
      default: defaultTablePack,
      minLength: 1,
      'x-control': 'table-pack',
      'x-showWhen': { property: 'rules', equals: 'pack' },
    },
    ...factMappingProperties,
    outputField: {
      type: 'string',
      title: 'Put the result in',
      description:
        'The field that gets the table’s results. Leave it empty to put them beside the item’s other fields.',
      default: 'decision',
      placeholder: 'decision',
    },
    several: {
      type: 'string',
      title: 'Several outcomes',
      description: 'Where the table gives several outcomes for one customer.',
      default: 'list',
      enum: ['list', 'items'],
      'x-enumTitles': ['One list of them', 'Go on once for each'],
    },
    route: {
      type: 'string',
      title: 'Outputs',
      description: 'One way on for all; or a result chooses the way, as a Branch step after this one would.',
      default: 'one',
      enum: ['one', 'outcome'],
      'x-enumTitles': ['One', 'One per outcome'],
    },
    routeOutput: {
      type: 'string',
      title: 'Choose the output by',
      description: 'The result of the table whose value chooses the way.',
      default: '',
      minLength: 1,
      'x-control': 'output',
      'x-showWhen': { property: 'route', equals: 'outcome' },
    },
    outcomes: {
      type: 'array',
      title: 'Outcomes',
      description: 'Values with an output of their own. Everything else leaves by “Otherwise”.',
      default: [],
      minItems: 1,
      maxItems: 20,
      'x-showWhen': { property: 'route', equals: 'outcome' },
      items: {
        type: 'object',
        title: 'Outcome',
        properties: {
          value: { type: 'string', title: 'Value', description: 'As in the table, without quotes.', minLength: 1 },
        },
        required: ['id', 'value'],
      },
    },
    noMatch: {
      type: 'string',
      title: 'When no row matches',
      description: 'Stop, so that the gap is noticed; or go on with an empty result. Defaults of the table come first.',
      default: 'error',
      enum: ['error', 'continue'],
      'x-enumTitles': ['Stop with an error', 'Go on without a result'],
    },
    dayField: {
      type: 'string',
      title: 'Decide as of',
      description:
        'The field with the date by which rows with days of validity count. Leave it empty for the day on which the journey runs.',
      default: '',
      'x-control': 'field',
      placeholder: 'body.order.placedAt',
    },
    ...recordingProperties,
  },
  required: ['table', 'dataField', 'fields', 'outputField', 'noMatch'],
  additionalProperties: false,
};
